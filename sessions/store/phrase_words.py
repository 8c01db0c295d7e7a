"""The words of passphrases: common Finnish nouns of the letters a to z, so that every keyboard has them.

There are 1,296 of them, as many as four dice can show: whoever trusts no computer with the drawing throws dice.
"""

_LIST = """
aalto aamiainen aamu aarre aasi aatto ahjo ahma ahti ahven aika aikataulu airo aita aitta akku akseli akvaario alanko
alku allas alppi alue ananas ankka ankkuri annos ansio antenni apaja apila apina aprikoosi apteekki arkisto arkki
arkku arpa arvo askel aski atlas atomi aukio aukko aura aurinko auto avain avaruus baletti balladi ballerina banaani
banjo barometri basilika betoni biisoni bussi delfiini diesel diplomi diskantti disko donitsi draama dyyni eepos ele
elokuu elokuva esine esirippu esitys etana etappi eteinen etiketti etu fagotti fanfaari fasaani figuuri filmi flamingo
flyygeli foorumi fregatti fuuga galleria gaselli gepardi gerbera gondoli gorilla graniitti grilli guava haapa haara
haarukka haavi haikara haka haku halava halko halla halli hame hamppu hamsteri hanhi hanki hansikas hapsu harakka
harava harja harju harppu harrastus hattu hauki haukka havu helakka helma helmi hely hetki hiekka hiihto hiili hiiri
hilla hillo hissi historia hopea hormi hotelli huhtikuu huilu huippu huivi hummeri humppa hunaja huone huopa huppu
hurmuri huuhkaja huurre huuru huvi huvila hyasintti hylje hylly hyppy hyrsky idea iglu iguaani ikkuna ikoni ilma
ilmapallo ilta iltarusko ilves imuri into isku jaala jalava jalka jalusta jana jarru jasmiini jauhe jauho jazz
jogurtti johto joki jono joukko joulu jousi joutsen judo juhannus juhla juna juoksu juolukka juoma juomu juoni juova
juttu juurakko juuri juusto jyrsin kaakao kaakeli kaali kaappi kaari kaarna kaarre kaava kabinetti kahva kahvi kahvila
kaide kaihdin kaiku kainalo kaisla kaista kaivo kajakki kajo kakadu kakku kaktus kala kalastus kalenteri kaljuuna
kalkki kalkkuna kallio kalossi kalvo kameli kamera kamiina kampa kampela kamu kanava kaneli kanerva kangas kannas
kannel kannu kanootti kanttori kapalo kappeli kapteeni karamelli karavaani karhu karitsa karju karkki karpalo karppi
kartano kartonki kartta karva kassi kastanja kaste kastike katajikko katiska katos katse katto katu kauha kaukalo
kaulin kaulus kauneus kaupunki kaura kauris kehto keidas keinu keitto kelkka kello kenguru kenno kerma kertomus keskus
kettu kevyt kide kierre kihara kiho kiille kiiski kilo kipsi kirahvi kirja kirjain kirjasto kirje kirkas kirkko kirppu
kirsikka kirstu kissa kitara kiuas kiulu kivi koala koe kohina kohta koira koivikko koivu koje kojootti kokki koko
kola kolibri kolikko kollaasi komeetta kompassi kontti kopla kopteri koralli korkki korko korpi korppi korsi kortti
koru korva kosketin koski kota kotelo koti kotiloma kotka koulu kouru kravatti krookus kruunu kuha kuisti kukka kulho
kulissi kulku kulma kulta kumppani kumpu kuohu kuokka kuono kuori kuoro kupari kupla kuppi kupu kurki kurkku kurkuma
kurpitsa kurssi kurvi kutoja kuula kuulas kuunari kuura kuurna kuutamo kuutio kuva kuvasto kvartetti kvartsi kylpy
laakeri laakso laatikko laava laavu laguuni lahja lahti laina laine laituri laiva lakana laki lammas lammikko lamppu
lanka lankku lapa lapanen lapio lappu lasi lastu lato latu latva laukka laukku lauma lauta lautanen lautta lehmus
lehti lehto leija leijona leikki leiri leivonen leivos lelu lemmikki lenkki lennokki lepakko levy liekki liemi liesi
lieve liike liina liiteri liito liitu liivi lilja limetti limonadi linja linna linssi lintu lipas lippu liputus lista
litra lohi lohko loikka loiste loitsu lokikirja lokki lomake lonkero lootus lounas luhta luistin lukki lukko luku lumi
lumme luola luomu luotain luoto lupa lusikka luumu luuta lyhde lyhty lyijy lypsy lyyra maali maanantai maatila made
mahonki maininki maisema maissi maito maja majakka majava makasiini makkara maksu maku malja malka mallas malmi maltti
mammutti mango manteli mantteli mantu mappi maraton marja markka marmeladi marmori marras marraskuu marsu maski matka
matto mauste meduusa mehu melodia meloni melonta melu menu meri merikotka merimies mestari metalli metro metso mieli
miilu mikrofoni mirri mittari mobiili mokka monitori moottori morsian mosaiikki muisto mukavuus muki mulperi multa
mummola muona muoti muotti muovi murmeli muru museo musiikki muskotti musta mustikka mutka mutteri muuli muumi
muuntaja muurain muuri mylly myrsky myrtti naali naamio naapuri naava nahka nakki nalle napa nappi nappula narsissi
naru nasta nauha naula nauris nauru navetta neilikka nektari nelonen nero neste netti neula neule nide niemi niitti
niitty nikkari nilkka nippu niska nisu noki nokka nokkonen noppa norja norppa norsu nosturi notko nousu novelli nukke
numero nummi nuoli nuora nuoska nuotio nuotti nuppu nupukivi nurkka nurmi nutria nuttu nuttura nyytti oboe odote
ohdake ohja ohra ohukainen oja okra oksa oliivi olkain olki olohuone omena onki onni opas opetus opisto orava origami
orkesteri orkidea orsi orvokki osa ostos otsa otsikko otus outo ovi paahto paali paalu paanu paasi paasikivi pagodi
pahka paikka paimen painike paino paita pajatso paju paketti palaava palapeli palju palkki pallo palmikko palomuuri
palsta paneeli pannu pantteri paperi papu papukaija parkki parveke parvi pasaati passi pasta pastilli pasuuna patikka
patina pato patsas patukka pauhu paula pehmo peili peitto pelargoni pelikaani penaali penger penkki pensas pensseli
perho perhonen peruna peruskivi pesukarhu pesukone pesula petunia pianisti piano pihka pihlaja piipari piippu piirakka
piiri piirros pikari pilari pilkki pilli pilvi pinaatti pingviini pinna pinni pino pipo pippuri pirssi pirtti piste
pitsa pitsi planeetta plasma platina poiju poikue pokaali poljin polku poltin polttopuu polvi poni ponsi ponttoni
popliini poppeli poreallas poro porras portti poski posti potku potta pouta povi pronssi proomu puhallus puhuri pulkka
pulla pullo pulmu pulpetti pumppu punakettu puola puolukka puomi puoti purje purkki puro pursi purukumi pussi pussukka
putka putki putous puu puuma puuro puuska puutalo puutarha puuteri pyramidi raami raanu radio rahasto rahti raitti
raivaaja raja rakenne raketti ralli ranne ranta rapu rasia rastas rata ratapiha ratas rauta rautatie ravi ravintola
reitti reki remmi rengas reppu resepti retiisi retikka retki reuna revontuli rieska riihi riimu riisi riista rima
rinki rinne ripa ripsi risti ristikko risu ritari rivi robotti rokka romaani romu rooli ropo rotko rouhe routa rubiini
ruis ruiske ruisku rukki rulla rumpali rumpu runko runo runous ruoho ruoka ruokala ruori ruotsi rusina ruska ruskea
rusko ruudukko ruusu ruuti ruutu ruuvi ryijy saaga saalis saapas saari saavi sadin safiiri saha sahrami saippua saksi
sala salaatti salainen salama salkku salko salmi salmiakki salo salonki salva sametti sammakko sammal sandaali sanko
sarana sarka sarvi satakieli satama satu satula sauna sauva seepra seimi seitti sekki selleri sello sementti senkka
seteli setti siemen sieni sienipata sieppo sihti siili siilo siima siipi siirto sika silakka silava silkki silli
silmukka silta simpukka sinappi sinfonia sini sinko sipuli sirkka sirkus sirppi sitko sitra sitruuna sivellin siviili
sivu skootteri sohva soihtu soikko sointu soitin sokeri solki solmu soma sompa sonni soppa sora sorsa sorvi soutu
spagetti speltti sprintti stadion studio suhina suihku suisto sukellus sukka suklaa suksi sula sulka sulku summa sumu
suo suojatie suomu suopursu suppilo susi suunta suvanto suvi syksy syreeni sytytin syyskuu taakka taateli taatto
tabletti tahko taikina taimen taimi taival taivas takka taksi talja talli talo talous talvi talvikki tamma tammi
tammikuu tango tankki tanko tanssi tapaus tapetti tappara tarha tarina tarjotin tarra tasanko tasku taso tatti tauko
taulu tavara tavi tavu teatteri tee teema teippi telakka teline teltta temppeli temppu tennis terassi termiitti terva
testi tie tiikeri tiili tiimi tiira tilkku timantti timotei tina tipu tiski titaani tohtori tohveli toimi tomaatti
tontti tonttu topaasi toppa tori torni torppa torstai torvi toukka touko toukokuu trapetsi trikoo tropiikki trumpetti
tuhka tuike tukkimies tuli tulikukka tulitikku tulppa tulppaani tulva tundra tunneli tunti tuntuma tuohi tuokio tuoli
tuomi tuoppi tupa tupsu turbaani turisti turkki turkoosi turska turve tutka tutti tuuba tuubi tuulahdus tuuli tykki
typpi tyrni tyyli tyyny ufo uhkea uimari uinti uistin uitto ukko ukonilma ukulele ulappa uljas ulkoilu unelma uni uoma
ura uraani urheilu urku usva uudin uuni uutinen uutuus vaahtera vaahto vaaka vaaksa vaalea vaara vaari vaate vadelma
vaha vahvero vaippa vaja valaisin valas valikko valinta valkama valkea valli valo valokuva valssi valta vaneri vanha
vanilja vanne vappu varasto varjo varpu varpunen varras varsa varsi vasa vasara vasikka vasta vatkain vatukka vaunu
vehka veistos veitsi vekara vekkuli vene ventti venttiili verho verkko verstas vesi veto vetoketju vierre viha
vihannes vihko vihma vihta viihde viikko viikuna viila viilu viima viiri viitta viiva viivain vika viklo villa vinkki
vinssi vintti virkku virsi virta virtahepo virveli viserrys vitriini viuhka viulu vohveli voikukka volyymi vuode vuohi
vuokko vuoksi vuono vuori vuosi
"""
WORDS = tuple(_LIST.split())
