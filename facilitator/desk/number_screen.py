"""A screen where a number is typed digit by digit: enter takes it, esc forgets it, another key takes it first."""

from typing import ClassVar

from facilitator.desk.screen import DeskScreen, ResultT
from facilitator.desk.widgets.typed_number import TypedNumber


class NumberScreen(DeskScreen[ResultT]):
    """What such screens share. The number being typed comes before every command."""

    digit_command: ClassVar[str]
    """The command that a digit is."""
    enter_command: ClassVar[str]
    """The command of enter, which does nothing more while a number is being typed."""
    typed: TypedNumber

    def type_digit(self, digit: str) -> None:
        """Take a digit; empty when the digits of the line of keys were clicked."""
        raise NotImplementedError

    async def action_command(self, command: str, key: str) -> None:
        """Do a command; what is typed comes first."""
        if self.app.screen is not self:
            return
        if command == self.digit_command:
            self.type_digit(key)
            return
        if self.typed.value is not None:
            if command == "leave":
                self.typed.forget()
                self.say("")
                return
            self.typed.finish()
            if command == self.enter_command:
                return
        await self.take_command(command, key)

    async def take_command(self, command: str, key: str) -> None:
        """Do a command while no number is being typed."""
        await super().action_command(command, key)
