<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AboutRow</name>
    <message>
        <source>Take {name} off</source>
        <translation>Haal {name} weg</translation>
    </message>
    <message>
        <source>&amp;Youth</source>
        <translation>J&amp;ongere</translation>
    </message>
    <message>
        <source>Add a youth</source>
        <translation>Voeg een jongere toe</translation>
    </message>
    <message>
        <source>nobody yet: a place, or unknown</source>
        <translation>nog niemand: een plaats, of onbekend</translation>
    </message>
    <message>
        <source>Name or room of a youth</source>
        <translation>Naam of kamer van een jongere</translation>
    </message>
    <message>
        <source>Name or room</source>
        <translation>Naam of kamer</translation>
    </message>
</context>
<context>
    <name>AccessResult</name>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Characters of the passphrase were put into their usual form; either form opens the vault.</source>
        <translation>Tekens in de wachtwoordzin zijn in hun gewone vorm gezet; beide vormen openen de kluis.</translation>
    </message>
    <message>
        <source>Backups that do not follow yet do so at the next unlocking.</source>
        <translation>Reservekopieën die nog niet meegaan, doen dat bij de volgende ontgrendeling.</translation>
    </message>
    <message numerus="yes">
        <source>%n backup(s) within reach follow.</source>
        <translation>
            <numerusform>%n reservekopie binnen bereik is mee veranderd.</numerusform>
            <numerusform>%n reservekopieën binnen bereik zijn mee veranderd.</numerusform>
        </translation>
    </message>
    <message>
        <source>These copies could not be reached and still open as they were made:</source>
        <translation>Deze reservekopieën waren niet te bereiken en gaan nog open zoals ze gemaakt zijn:</translation>
    </message>
    <message>
        <source>Connect them and unlock: then they follow too. Or destroy them.</source>
        <translation>Sluit ze aan en ontgrendel: dan gaan ze ook mee. Of vernietig ze.</translation>
    </message>
</context>
<context>
    <name>AccountPage</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>My account</source>
        <translation>Mijn account</translation>
    </message>
    <message>
        <source>Who you are here</source>
        <translation>Wie je hier bent</translation>
    </message>
    <message>
        <source>Your passphrase was changed. The old one no longer opens the vault.</source>
        <translation>Je wachtwoordzin is veranderd. De oude opent de kluis niet meer.</translation>
    </message>
    <message>
        <source>Changing your passphrase</source>
        <translation>Je wachtwoordzin veranderen</translation>
    </message>
    <message>
        <source>That is not your passphrase of now.</source>
        <translation>Dat is niet je wachtwoordzin van nu.</translation>
    </message>
    <message>
        <source>Type it again; nothing was changed.</source>
        <translation>Typ hem nog een keer; er is niets veranderd.</translation>
    </message>
</context>
<context>
    <name>AccountRow</name>
    <message>
        <source>{name}: my account</source>
        <translation>{name}: mijn account</translation>
    </message>
</context>
<context>
    <name>Adding</name>
    <message>
        <source>Adding an attachment</source>
        <translation>Bijlage toevoegen</translation>
    </message>
</context>
<context>
    <name>AdminPage</name>
    <message>
        <source>Manage</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>Add somebody…</source>
        <translation>Iemand toevoegen…</translation>
    </message>
</context>
<context>
    <name>AttachedChips</name>
    <message>
        <source>Open {name}</source>
        <translation>Open {name}</translation>
    </message>
</context>
<context>
    <name>AttachedRow</name>
    <message>
        <source>Take {name} off</source>
        <translation>Haal {name} weg</translation>
    </message>
    <message>
        <source>Atta&amp;chment</source>
        <translation>Bi&amp;jlage</translation>
    </message>
    <message>
        <source>Add a photo, PDF or sound</source>
        <translation>Voeg een foto, pdf of geluid toe</translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) on the way into the vault…</source>
        <translation>
            <numerusform>Nog %n bestand op weg naar de kluis…</numerusform>
            <numerusform>Nog %n bestanden op weg naar de kluis…</numerusform>
        </translation>
    </message>
    <message>
        <source>A PDF or sound stays as it is. Its properties can hold names.</source>
        <translation>Een pdf of geluid blijft zoals het is. In de eigenschappen kunnen namen staan.</translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) were not added.</source>
        <translation>
            <numerusform>Nog %n bestand is niet toegevoegd.</numerusform>
            <numerusform>Nog %n bestanden zijn niet toegevoegd.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttachmentPage</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>Kleiner</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>Groter</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Passend</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige pagina</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Volgende pagina</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Bewaar als…</translation>
    </message>
    <message>
        <source>Saving an attachment</source>
        <translation>Bijlage bewaren</translation>
    </message>
    <message>
        <source>Opening an attachment</source>
        <translation>Bijlage openen</translation>
    </message>
    <message>
        <source>{page} of {pages}</source>
        <translation>{page} van {pages}</translation>
    </message>
    <message>
        <source>Arrows move it, plus and minus change its size, 0 fits it.</source>
        <translation>Pijltjes verschuiven, plus en min maken groter en kleiner, 0 maakt passend.</translation>
    </message>
    <message>
        <source>Being opened…</source>
        <translation>Wordt geopend…</translation>
    </message>
    <message>
        <source>Baken does not play sound. Listen to it in another programme: save it first.</source>
        <translation>Baken speelt geen geluid af. Luister in een ander programma: bewaar het eerst.</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Bewaar als</translation>
    </message>
    <message>
        <source>This file</source>
        <translation>Dit bestand</translation>
    </message>
    <message>
        <source>The file is saved. Baken does not protect it there.</source>
        <translation>Het bestand is bewaard. Daar beschermt Baken het niet.</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>Needs attention now</source>
        <translation>Nu aandacht nodig</translation>
    </message>
    <message>
        <source>Nothing asks for attention now.</source>
        <translation>Er vraagt nu niets om aandacht.</translation>
    </message>
</context>
<context>
    <name>AudienceRow</name>
    <message>
        <source>Who may read this?</source>
        <translation>Wie mag dit lezen?</translation>
    </message>
    <message>
        <source>&amp;team</source>
        <translation>&amp;team</translation>
    </message>
    <message>
        <source>only the safeguarding &amp;lead</source>
        <translation>alleen &amp;aandachtsfunctionaris</translation>
    </message>
    <message>
        <source>The safeguarding lead reads it, and so do you. The team does not.</source>
        <translation>De aandachtsfunctionaris leest het, en jij ook. Het team niet.</translation>
    </message>
    <message>
        <source>This may be about sexual violence. Do you keep it to the safeguarding lead?</source>
        <translation>Dit gaat misschien over seksueel geweld. Laat je alleen de aandachtsfunctionaris het lezen?</translation>
    </message>
</context>
<context>
    <name>BackupsCard</name>
    <message>
        <source>Backups</source>
        <translation>Reservekopieën</translation>
    </message>
    <message>
        <source>The last automatic backup did not succeed.</source>
        <translation>De laatste automatische reservekopie is niet gelukt.</translation>
    </message>
    <message>
        <source>last one {moment}</source>
        <translation>laatste {moment}</translation>
    </message>
    <message>
        <source>none made yet</source>
        <translation>nog geen gemaakt</translation>
    </message>
    <message>
        <source>By itself every hour while something changes, and before each import</source>
        <translation>Gaat vanzelf, elk uur zolang er iets verandert, en vóór elke import</translation>
    </message>
    <message>
        <source>Back up to a folder…</source>
        <translation>Kopie naar een map…</translation>
    </message>
    <message>
        <source>On this laptop: {last}</source>
        <translation>Op deze laptop: {last}</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Kies een map…</translation>
    </message>
    <message>
        <source>If this laptop breaks, everything is gone unless a copy lies on a stick or another disk.</source>
        <translation>Gaat deze laptop stuk, dan is alles weg, tenzij er een kopie op een stick of andere schijf staat.</translation>
    </message>
    <message>
        <source>No second place yet</source>
        <translation>Nog geen tweede plek</translation>
    </message>
    <message>
        <source>Not connected now. Connect it: the next copy follows by itself.</source>
        <translation>Nu niet aangesloten. Sluit hem aan: de volgende kopie volgt vanzelf.</translation>
    </message>
    <message>
        <source>last copy {moment}</source>
        <translation>laatste kopie {moment}</translation>
    </message>
    <message>
        <source>no copy there yet; it follows by itself</source>
        <translation>daar nog geen kopie; die volgt vanzelf</translation>
    </message>
    <message>
        <source>Stop copying there</source>
        <translation>Niet meer daarheen</translation>
    </message>
    <message>
        <source>Copied to {folder}</source>
        <translation>Gekopieerd naar {folder}</translation>
    </message>
    <message>
        <source>Copies that cannot be reached now</source>
        <translation>Kopieën die nu niet te bereiken zijn</translation>
    </message>
    <message>
        <source>They open as they did when they were made, also for somebody who was removed since.</source>
        <translation>Ze gaan open zoals ze gemaakt zijn, ook voor iemand die daarna is verwijderd.</translation>
    </message>
</context>
<context>
    <name>BackupsFlow</name>
    <message>
        <source>Making a backup</source>
        <translation>Reservekopie maken</translation>
    </message>
    <message>
        <source>Where the backup goes</source>
        <translation>Waar de reservekopie komt</translation>
    </message>
    <message>
        <source>Where copies of the backups go</source>
        <translation>Waar kopieën van de reservekopieën komen</translation>
    </message>
    <message>
        <source>The backup is made. Only a passphrase of this vault opens it.</source>
        <translation>De reservekopie is gemaakt. Alleen een wachtwoordzin van deze kluis opent hem.</translation>
    </message>
    <message>
        <source>Copying the backup</source>
        <translation>Reservekopie kopiëren</translation>
    </message>
    <message>
        <source>Copies of the backups go there from now on.</source>
        <translation>Kopieën van de reservekopieën gaan voortaan daarheen.</translation>
    </message>
    <message>
        <source>No copies go there any more. Those that lie there stay.</source>
        <translation>Er gaan geen kopieën meer heen. Wat er ligt, blijft.</translation>
    </message>
</context>
<context>
    <name>CaptureEditor</name>
    <message>
        <source>&amp;What did you see or hear?</source>
        <translation>&amp;Wat zag of hoorde je?</translation>
    </message>
    <message>
        <source>What did you see or hear?</source>
        <translation>Wat zag of hoorde je?</translation>
    </message>
    <message>
        <source>write first what you saw or heard</source>
        <translation>schrijf eerst wat je zag of hoorde</translation>
    </message>
    <message>
        <source>write first when it was</source>
        <translation>schrijf eerst wanneer het was</translation>
    </message>
    <message>
        <source>write first why you correct it</source>
        <translation>schrijf eerst waarom je het verbetert</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>verbetering</translation>
    </message>
    <message>
        <source>only this is needed</source>
        <translation>alleen dit is nodig</translation>
    </message>
    <message>
        <source>Recognised</source>
        <translation>Herkend</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Bron</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Attached</source>
        <translation>Bijlagen</translation>
    </message>
    <message>
        <source>if it matters</source>
        <translation>als het ertoe doet</translation>
    </message>
    <message>
        <source>&amp;protect the source</source>
        <translation>&amp;bron beschermen</translation>
    </message>
    <message>
        <source>Why do you correct it?</source>
        <translation>Waarom verbeter je het?</translation>
    </message>
    <message>
        <source>Correction of “{title}”, {moment}</source>
        <translation>Verbetering van “{title}”, {moment}</translation>
    </message>
</context>
<context>
    <name>CapturePanel</name>
    <message>
        <source>The piece is saved.</source>
        <translation>Het stukje is opgeslagen.</translation>
    </message>
    <message>
        <source>Photos, PDFs and sound</source>
        <translation>Foto&apos;s, pdf&apos;s en geluid</translation>
    </message>
    <message>
        <source>All files</source>
        <translation>Alle bestanden</translation>
    </message>
    <message>
        <source>Add attachments</source>
        <translation>Bijlagen toevoegen</translation>
    </message>
</context>
<context>
    <name>CaptureWindow</name>
    <message>
        <source>Draft saved</source>
        <translation>Concept bewaard</translation>
    </message>
    <message>
        <source>Draft not saved yet</source>
        <translation>Concept nog niet bewaard</translation>
    </message>
    <message>
        <source>Close, stays a draft</source>
        <translation>Sluit, blijft concept</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Nothing typed yet</source>
        <translation>Nog niets getypt</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>Nieuw puzzelstukje</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Concept</translation>
    </message>
    <message>
        <source>Saving the draft…</source>
        <translation>Concept wordt bewaard…</translation>
    </message>
    <message>
        <source>Correction: {title}</source>
        <translation>Verbetering: {title}</translation>
    </message>
</context>
<context>
    <name>CarriersCard</name>
    <message>
        <source>Send and fetch</source>
        <translation>Verzenden en ophalen</translation>
    </message>
    <message>
        <source>last time {moment}</source>
        <translation>laatste keer {moment}</translation>
    </message>
    <message>
        <source>not done yet</source>
        <translation>nog niet gedaan</translation>
    </message>
    <message>
        <source>On a stick</source>
        <translation>Op een stick</translation>
    </message>
    <message>
        <source>What waits goes on it, what is for us comes in</source>
        <translation>Wat wacht, gaat erop. Wat voor ons is, komt binnen.</translation>
    </message>
    <message>
        <source>With a stick…</source>
        <translation>Kies een stick…</translation>
    </message>
    <message>
        <source>As a file</source>
        <translation>Als bestand</translation>
    </message>
    <message>
        <source>You see first what it is</source>
        <translation>Je ziet eerst wat het is</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Bestand openen…</translation>
    </message>
    <message>
        <source>With the registry</source>
        <translation>Met het register</translation>
    </message>
    <message>
        <source>Registry</source>
        <translation>Register</translation>
    </message>
    <message>
        <source>This laptop is not enrolled</source>
        <translation>Deze laptop is niet aangemeld</translation>
    </message>
    <message>
        <source>Ask to enrol…</source>
        <translation>Vraag aanmelding…</translation>
    </message>
    <message>
        <source>Read the answer…</source>
        <translation>Open het antwoord…</translation>
    </message>
</context>
<context>
    <name>CoverPage</name>
    <message>
        <source>Covered. Press a key or click to go on.</source>
        <translation>Afgedekt. Druk op een toets of klik om verder te gaan.</translation>
    </message>
</context>
<context>
    <name>CrashDialog</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Copy details</source>
        <translation>Kopieer details</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Ga verder</translation>
    </message>
    <message>
        <source>Something in Baken went wrong.</source>
        <translation>Er ging iets mis in Baken.</translation>
    </message>
    <message>
        <source>The fault is ours, not yours. What was saved is safe, and drafts are kept. Copy the details for the helpdesk; they hold no names and no texts.</source>
        <translation>De fout ligt bij ons, niet bij jou. Wat was opgeslagen is veilig en concepten zijn bewaard. Kopieer de details voor de helpdesk; er staan geen namen of teksten in.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
</context>
<context>
    <name>DangerRow</name>
    <message>
        <source>Is there danger now?</source>
        <translation>Is er nu gevaar?</translation>
    </message>
    <message>
        <source>Is there danger now? {answer}</source>
        <translation>Is er nu gevaar? {answer}</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>{form} to {recipient}</source>
        <translation>{form} aan {recipient}</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>beantwoord</translation>
    </message>
    <message>
        <source>answer overdue, {day}</source>
        <translation>antwoord te laat, {day}</translation>
    </message>
    <message>
        <source>answer by {day}</source>
        <translation>antwoord vóór {day}</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>niet vastgelegd</translation>
    </message>
    <message>
        <source>Legal basis: {basis}</source>
        <translation>Grondslag: {basis}</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>Exemplaar {number}</translation>
    </message>
    <message>
        <source>Answer, {moment}: {text}</source>
        <translation>Antwoord, {moment}: {text}</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>Antwoord: {text}</translation>
    </message>
</context>
<context>
    <name>DocumentsTab</name>
    <message>
        <source>Passed on</source>
        <translation>Doorgegeven</translation>
    </message>
    <message>
        <source>Nothing about this youth was passed on.</source>
        <translation>Over deze jongere is niets doorgegeven.</translation>
    </message>
    <message>
        <source>The safeguarding lead keeps what was passed on.</source>
        <translation>De aandachtsfunctionaris bewaart wat is doorgegeven.</translation>
    </message>
</context>
<context>
    <name>DossierHeader</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Parts of the dossier</source>
        <translation>Delen van het dossier</translation>
    </message>
    <message>
        <source>Important now</source>
        <translation>Nu belangrijk</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documenten</translation>
    </message>
    <message>
        <source>Piece about {name}</source>
        <translation>Stukje over {name}</translation>
    </message>
    <message>
        <source>Site</source>
        <translation>Locatie</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n jaar</numerusform>
            <numerusform>%n jaar</numerusform>
        </translation>
    </message>
    <message>
        <source>Age</source>
        <translation>Leeftijd</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>Kamer</translation>
    </message>
    <message>
        <source>mentor {name}</source>
        <translation>mentor {name}</translation>
    </message>
    <message>
        <source>Mentor</source>
        <translation>Mentor</translation>
    </message>
    <message>
        <source>guardian {name}</source>
        <translation>voogd {name}</translation>
    </message>
    <message>
        <source>Guardian</source>
        <translation>Voogd</translation>
    </message>
    <message>
        <source>V-number {number}</source>
        <translation>V-nummer {number}</translation>
    </message>
    <message>
        <source>Foreign national&apos;s number</source>
        <translation>Vreemdelingennummer</translation>
    </message>
    <message>
        <source>Another dossier</source>
        <translation>Ander dossier</translation>
    </message>
</context>
<context>
    <name>DraftTabs</name>
    <message>
        <source>Close, stays a draft</source>
        <translation>Sluit, blijft concept</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>Nieuw puzzelstukje</translation>
    </message>
    <message>
        <source>Draft {title}</source>
        <translation>Concept {title}</translation>
    </message>
    <message>
        <source>Another piece</source>
        <translation>Nog een stukje</translation>
    </message>
    <message>
        <source>Close, everything stays a draft</source>
        <translation>Sluit, alles blijft concept</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Concepten</translation>
    </message>
</context>
<context>
    <name>EmptyLine</name>
    <message>
        <source>Fill in</source>
        <translation>Vul in</translation>
    </message>
    <message>
        <source>youth</source>
        <translation>jongere</translation>
    </message>
    <message>
        <source>is there danger now</source>
        <translation>is er nu gevaar</translation>
    </message>
    <message>
        <source>suspected form</source>
        <translation>vermoede vorm</translation>
    </message>
    <message>
        <source>purpose</source>
        <translation>doel</translation>
    </message>
    <message>
        <source>told to the youth</source>
        <translation>verteld aan jongere</translation>
    </message>
    <message>
        <source>guardian</source>
        <translation>voogd</translation>
    </message>
    <message>
        <source>date of birth</source>
        <translation>geboortedatum</translation>
    </message>
    <message>
        <source>organisation</source>
        <translation>organisatie</translation>
    </message>
    <message>
        <source>telephone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>Empty: {fields}. May stay empty.</source>
        <translation>Leeg: {fields}. Mag leeg blijven.</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Exchange</source>
        <translation>Uitwisselen</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>Maak een bundel…</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>De bundel wordt overgenomen</translation>
    </message>
    <message>
        <source>Add the card of a site</source>
        <translation>Kaartje van een locatie toevoegen</translation>
    </message>
    <message>
        <source>The site is trusted. Bundles can go to it and come from it.</source>
        <translation>De locatie wordt vertrouwd. Jullie kunnen bundels met elkaar uitwisselen.</translation>
    </message>
    <message>
        <source>Our card to a file</source>
        <translation>Ons kaartje bewaren</translation>
    </message>
    <message>
        <source>The card is written. Read its fingerprint out when they call: {groups}</source>
        <translation>Het kaartje is bewaard. Lees de vingerafdruk voor als zij bellen: {groups}</translation>
    </message>
    <message>
        <source>Seal to a file</source>
        <translation>Bundel bewaren</translation>
    </message>
    <message>
        <source>Sealing</source>
        <translation>De bundel wordt verzegeld</translation>
    </message>
    <message>
        <source>The bundle is sealed, with {what}. It is recorded for whom it is.</source>
        <translation>De bundel is verzegeld, met {what}. Voor wie hij is, is vastgelegd.</translation>
    </message>
    <message>
        <source>The bundle is ready to be sent, with {what}. It is recorded for whom it is.</source>
        <translation>De bundel staat klaar voor verzending, met {what}. Voor wie hij is, is vastgelegd.</translation>
    </message>
    <message>
        <source>Import a bundle</source>
        <translation>Bundel openen</translation>
    </message>
    <message>
        <source>Choose the stick</source>
        <translation>Kies de stick</translation>
    </message>
    <message>
        <source>Ask to enrol</source>
        <translation>Vraag om aanmelding</translation>
    </message>
    <message>
        <source>Read the registry&apos;s answer</source>
        <translation>Antwoord van het register openen</translation>
    </message>
    <message>
        <source>This laptop is enrolled. It can send and fetch with the registry now.</source>
        <translation>Deze laptop is aangemeld. Je kunt nu verzenden en ophalen bij het register.</translation>
    </message>
    <message>
        <source>Saved. Bring this file to the registry, and read its answer here.</source>
        <translation>Bewaard. Breng dit bestand naar het register en open hier het antwoord.</translation>
    </message>
    <message>
        <source>Sending and fetching</source>
        <translation>Bundels worden verzonden en opgehaald</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>Nothing new: everything from {site} was here already.</source>
        <translation>Niets nieuws: alles van {site} was er al.</translation>
    </message>
    <message numerus="yes">
        <source>%n new piece(s)</source>
        <translation>
            <numerusform>%n nieuw stukje</numerusform>
            <numerusform>%n nieuwe stukjes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new signal(s)</source>
        <translation>
            <numerusform>%n nieuw signaal</numerusform>
            <numerusform>%n nieuwe signalen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to what was here already</source>
        <translation>
            <numerusform>%n verandering in wat er al was</numerusform>
            <numerusform>%n veranderingen in wat er al was</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) stand side by side</source>
        <translation>
            <numerusform>%n verschil staat naast elkaar</numerusform>
            <numerusform>%n verschillen staan naast elkaar</numerusform>
        </translation>
    </message>
    <message>
        <source>From {site}: {what}.</source>
        <translation>Van {site}: {what}.</translation>
    </message>
    <message>
        <source>Everything is up to date: nothing to send, nothing to fetch.</source>
        <translation>Alles is bij: er is niets te verzenden en niets op te halen.</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) sent</source>
        <translation>
            <numerusform>%n bundel verzonden</numerusform>
            <numerusform>%n bundels verzonden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) fetched</source>
        <translation>
            <numerusform>%n bundel opgehaald</numerusform>
            <numerusform>%n bundels opgehaald</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) came back</source>
        <translation>
            <numerusform>%n ontvangstbewijs kwam terug</numerusform>
            <numerusform>%n ontvangstbewijzen kwamen terug</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) not taken, the list says why</source>
        <translation>
            <numerusform>%n bundel niet aangenomen, de lijst zegt waarom</numerusform>
            <numerusform>%n bundels niet aangenomen, de lijst zegt waarom</numerusform>
        </translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}.</translation>
    </message>
    <message>
        <source>The registry does not know this site yet: they have to enrol first.</source>
        <translation>Het register kent deze locatie nog niet. Zij moeten zich eerst aanmelden.</translation>
    </message>
    <message>
        <source>The registry has no room left for this laptop. Call the registry desk.</source>
        <translation>Het register heeft geen ruimte meer voor deze laptop. Bel het register.</translation>
    </message>
    <message>
        <source>Too large for the registry. Choose fewer signals, or hand it over as a file.</source>
        <translation>Te groot voor het register. Kies minder signalen, of geef de bundel als bestand mee.</translation>
    </message>
    <message>
        <source>The sealed file is gone. Make the bundle again.</source>
        <translation>Het verzegelde bestand is weg. Maak de bundel opnieuw.</translation>
    </message>
    <message>
        <source>It was not taken and goes on waiting. Make it again, or hand it over as a file.</source>
        <translation>De bundel is niet aangenomen en blijft wachten. Maak hem opnieuw, of geef hem als bestand mee.</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>wacht op verzending</translation>
    </message>
    <message>
        <source>handed over as a file</source>
        <translation>als bestand meegegeven</translation>
    </message>
    <message>
        <source>at the registry</source>
        <translation>bij het register</translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>ontvangen {moment}</translation>
    </message>
    <message>
        <source>received</source>
        <translation>ontvangen</translation>
    </message>
    <message>
        <source>This bundle is not addressed to this site, or it is damaged. Nothing was changed.</source>
        <translation>Deze bundel is niet voor deze locatie, of is beschadigd. Er is niets veranderd.</translation>
    </message>
    <message>
        <source>From {site}, made {moment}.</source>
        <translation>Van {site}, gemaakt {moment}.</translation>
    </message>
    <message>
        <source>The signature is right.</source>
        <translation>De handtekening klopt.</translation>
    </message>
    <message>
        <source>The signature is not right. Ask for it again.</source>
        <translation>De handtekening klopt niet. Vraag de bundel opnieuw.</translation>
    </message>
    <message>
        <source>This site is not trusted yet: add its card first.</source>
        <translation>Deze locatie wordt nog niet vertrouwd: voeg eerst het kaartje toe.</translation>
    </message>
    <message>
        <source>It comes from a practice vault.</source>
        <translation>Deze bundel komt uit een oefenkluis.</translation>
    </message>
    <message>
        <source>It was imported before; importing it again changes nothing.</source>
        <translation>Deze bundel is al overgenomen. Nog een keer overnemen verandert niets.</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n stukje</numerusform>
            <numerusform>%n stukjes</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signal(s)</source>
        <translation>
            <numerusform>%n signaal</numerusform>
            <numerusform>%n signalen</numerusform>
        </translation>
    </message>
    <message>
        <source>Inside: {what}.</source>
        <translation>Erin: {what}.</translation>
    </message>
</context>
<context>
    <name>FileDialog</name>
    <message>
        <source>Look in:</source>
        <translation>Zoeken in:</translation>
    </message>
    <message>
        <source>Kind of file:</source>
        <translation>Soort bestand:</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Making the vault. This takes a few seconds…</source>
        <translation>De kluis wordt gemaakt. Dat duurt een paar seconden…</translation>
    </message>
    <message>
        <source>Restore a backup</source>
        <translation>Een reservekopie terugzetten</translation>
    </message>
    <message>
        <source>When the laptop or its vault is gone. Makes a new vault of it.</source>
        <translation>Als de laptop of de kluis weg is. Maakt er een nieuwe kluis van.</translation>
    </message>
    <message>
        <source>Everything in it is checked before the vault is made. The backup itself stays as it is.</source>
        <translation>Alles erin wordt gecontroleerd voordat de kluis er staat. De reservekopie zelf blijft zoals hij is.</translation>
    </message>
    <message>
        <source>Restored</source>
        <translation>Teruggezet</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Welkom</translation>
    </message>
    <message>
        <source>What do you want to do first?</source>
        <translation>Wat wil je eerst doen?</translation>
    </message>
    <message>
        <source>A new vault for this site</source>
        <translation>Een nieuwe kluis voor deze locatie</translation>
    </message>
    <message>
        <source>For real work. You become its first administrator.</source>
        <translation>Voor het echte werk. Jij wordt de eerste beheerder.</translation>
    </message>
    <message>
        <source>Another practice vault</source>
        <translation>Nog een oefenkluis</translation>
    </message>
    <message>
        <source>Of {site}: practise exchanging with the one you have. Marked EXERCISE too.</source>
        <translation>Van {site}: oefen uitwisselen met de kluis die je al hebt. Ook overal OEFENING.</translation>
    </message>
    <message>
        <source>The practice vault</source>
        <translation>De oefenkluis</translation>
    </message>
    <message>
        <source>With twelve invented cases, marked EXERCISE everywhere. Nothing can go wrong.</source>
        <translation>Met twaalf verzonnen verhalen, overal gemerkt OEFENING. Er kan niets misgaan.</translation>
    </message>
    <message>
        <source>Back to the lock screen</source>
        <translation>Terug naar het slotscherm</translation>
    </message>
    <message>
        <source>Open a vault that is already there</source>
        <translation>Open een kluis die er al is</translation>
    </message>
    <message>
        <source>Choose its folder on this laptop.</source>
        <translation>Kies de map op deze laptop.</translation>
    </message>
</context>
<context>
    <name>FirstRunFlow</name>
    <message>
        <source>Restoring</source>
        <translation>Terugzetten</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>Gestopt.</translation>
    </message>
    <message>
        <source>Nothing was made.</source>
        <translation>Er is niets gemaakt.</translation>
    </message>
    <message>
        <source>The folder of the backup</source>
        <translation>De map van de reservekopie</translation>
    </message>
    <message>
        <source>Where the vault comes</source>
        <translation>Waar de kluis komt</translation>
    </message>
    <message>
        <source>The folder of the vault</source>
        <translation>De map van de kluis</translation>
    </message>
</context>
<context>
    <name>FirstSteps</name>
    <message>
        <source>The first time with another site</source>
        <translation>De eerste keer met een andere locatie</translation>
    </message>
    <message>
        <source>Our card to a file…</source>
        <translation>Ons kaartje bewaren…</translation>
    </message>
    <message>
        <source>Add a card…</source>
        <translation>Kaartje toevoegen…</translation>
    </message>
    <message>
        <source>Exchange cards</source>
        <translation>Wissel kaartjes uit</translation>
    </message>
    <message>
        <source>Write our card to a file and give it to the other site. They give you theirs.</source>
        <translation>Bewaar ons kaartje als bestand en geef het aan de andere locatie. Zij geven jou het hunne.</translation>
    </message>
    <message>
        <source>Add their card and compare the fingerprint</source>
        <translation>Voeg hun kaartje toe en vergelijk de vingerafdruk</translation>
    </message>
    <message>
        <source>Call them on a number that you know already and let them read out the last two groups.</source>
        <translation>Bel hen op een nummer dat je al kent. Laat hen de laatste twee groepjes voorlezen.</translation>
    </message>
    <message>
        <source>Make a bundle</source>
        <translation>Maak een bundel</translation>
    </message>
    <message>
        <source>Choose signals, seal them for that site only, and send them or hand them over on a stick.</source>
        <translation>Kies signalen en verzegel ze voor alleen die locatie. Verstuur ze, of geef ze mee op een stick.</translation>
    </message>
</context>
<context>
    <name>FormsRow</name>
    <message>
        <source>not chosen yet</source>
        <translation>nog niet gekozen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Choose</source>
        <translation>Kies</translation>
    </message>
    <message>
        <source>Suspected form</source>
        <translation>Vermoede vorm</translation>
    </message>
    <message>
        <source>Take {name} off</source>
        <translation>Haal {name} weg</translation>
    </message>
</context>
<context>
    <name>HandoverCard</name>
    <message>
        <source>Handover</source>
        <translation>Overdracht</translation>
    </message>
    <message>
        <source>No news from colleagues.</source>
        <translation>Geen nieuws van collega’s.</translation>
    </message>
    <message>
        <source>Show everything</source>
        <translation>Toon alles</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>What this file is</source>
        <translation>Wat dit voor bestand is</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Neem over</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
</context>
<context>
    <name>IncomingCard</name>
    <message>
        <source>Came in</source>
        <translation>Binnengekomen</translation>
    </message>
    <message>
        <source>Nothing came in yet.</source>
        <translation>Er is nog niets binnengekomen.</translation>
    </message>
    <message>
        <source>From {site}</source>
        <translation>Van {site}</translation>
    </message>
    <message numerus="yes">
        <source>%n side by side</source>
        <translation>
            <numerusform>%n verschil</numerusform>
            <numerusform>%n verschillen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IndicatorColumn</name>
    <message>
        <source>Indicators</source>
        <translation>Indicatoren</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Voeg toe</translation>
    </message>
    <message>
        <source>What pieces speak of. No score, no verdict.</source>
        <translation>Waar stukjes over gaan. Geen score, geen oordeel.</translation>
    </message>
    <message>
        <source>List {version}. You decide, the programme does not.</source>
        <translation>Lijst {version}. Jij beslist, het programma niet.</translation>
    </message>
    <message>
        <source>with pieces</source>
        <translation>met stukjes</translation>
    </message>
    <message>
        <source>not needed for a child</source>
        <translation>bij een kind niet nodig</translation>
    </message>
    <message>
        <source>no pieces yet</source>
        <translation>nog geen stukjes</translation>
    </message>
    <message>
        <source>Not in this list</source>
        <translation>Niet in deze lijst</translation>
    </message>
    <message>
        <source>rests on no piece yet</source>
        <translation>steunt nog op geen stukje</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Verander</translation>
    </message>
    <message>
        <source>Rests on {day}</source>
        <translation>Steunt op {day}</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Klaar</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Haal weg</translation>
    </message>
</context>
<context>
    <name>IndicatorModel</name>
    <message>
        <source>not verified</source>
        <translation>niet nagekeken</translation>
    </message>
</context>
<context>
    <name>IndicatorPicker</name>
    <message>
        <source>Choose an indicator</source>
        <translation>Kies een indicator</translation>
    </message>
    <message>
        <source>Back to what pieces speak of</source>
        <translation>Terug naar waar stukjes over gaan</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Zoek in de lijst</translation>
    </message>
    <message>
        <source>debt, phone, drugs…</source>
        <translation>schuld, telefoon, drugs…</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Try one shorter word; the list has its own words for things.</source>
        <translation>Niets gevonden voor ‘{text}’. Probeer één korter woord; de lijst noemt dingen soms anders.</translation>
    </message>
    <message>
        <source>Indicators with their source</source>
        <translation>Indicatoren met hun bron</translation>
    </message>
    <message>
        <source>List {version}. An indicator proves nothing, and absence excludes nothing.</source>
        <translation>Lijst {version}. Een indicator bewijst niets. Geen indicator sluit ook niets uit.</translation>
    </message>
</context>
<context>
    <name>KindBox</name>
    <message>
        <source>no choice</source>
        <translation>geen keuze</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Soort</translation>
    </message>
</context>
<context>
    <name>Legend</name>
    <message>
        <source>goes along</source>
        <translation>gaat mee</translation>
    </message>
    <message>
        <source>still to choose</source>
        <translation>nog kiezen</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>weg</translation>
    </message>
</context>
<context>
    <name>Lifecycle</name>
    <message>
        <source>What you typed last is not on the disk yet. It is kept in this window.</source>
        <translation>Wat je het laatst typte, staat nog niet op de schijf. Het blijft bewaard in dit venster.</translation>
    </message>
    <message>
        <source>Leave Baken open. Connect the disk or make room on it, and unlock.</source>
        <translation>Laat Baken open. Sluit de schijf aan of maak er ruimte op, en ontgrendel.</translation>
    </message>
    <message>
        <source>The folder of your vault is not there now.</source>
        <translation>De map van je kluis is er nu niet.</translation>
    </message>
    <message>
        <source>Nothing was changed. Connect the disk and start Baken again, or open the vault below.</source>
        <translation>Er is niets veranderd. Sluit de schijf aan en start Baken opnieuw, of open de kluis hieronder.</translation>
    </message>
    <message>
        <source>Quick capture opens once you have unlocked.</source>
        <translation>Snel vastleggen gaat open zodra je hebt ontgrendeld.</translation>
    </message>
    <message>
        <source>Give your name and passphrase.</source>
        <translation>Geef je naam en wachtwoordzin.</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>Baken is already open on this laptop.</source>
        <translation>Baken is al open op deze laptop.</translation>
    </message>
    <message>
        <source>Go to that window, or close it. This screen notices when it has gone.</source>
        <translation>Ga naar dat venster, of sluit het. Dit scherm merkt het als dat weg is.</translation>
    </message>
    <message>
        <source>EXERCISE: no real youths</source>
        <translation>OEFENING: geen echte jongeren</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Wachtwoordzin</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtwoordzin</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Toon de wachtwoordzin</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Verberg de wachtwoordzin</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een ogenblik…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Ontgrendel</translation>
    </message>
    <message>
        <source>Another vault</source>
        <translation>Andere kluis</translation>
    </message>
    <message>
        <source>Note without unlocking</source>
        <translation>Noteer zonder inloggen</translation>
    </message>
    <message>
        <source>Passphrase forgotten?</source>
        <translation>Wachtwoordzin vergeten?</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>versie {number}</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>code {code}</translation>
    </message>
    <message>
        <source>Your note is kept, sealed for the team.</source>
        <translation>Je notitie is bewaard, verzegeld voor het team.</translation>
    </message>
    <message>
        <source>Notice in time, together.</source>
        <translation>Samen op tijd zien.</translation>
    </message>
    <message>
        <source>Locked at {time}. Your draft is safe.</source>
        <translation>Vergrendeld om {time}. Je concept is bewaard.</translation>
    </message>
    <message>
        <source>Locked at {time}.</source>
        <translation>Vergrendeld om {time}.</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n seconds. You are never locked out.</source>
        <translation>
            <numerusform>Over %n seconde kun je het weer proberen. Je wordt nooit buitengesloten.</numerusform>
            <numerusform>Over %n seconden kun je het weer proberen. Je wordt nooit buitengesloten.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockWarning</name>
    <message numerus="yes">
        <source>Baken locks in %n seconds. Drafts are kept. Move the mouse to stay.</source>
        <translation>
            <numerusform>Baken vergrendelt over %n seconde. Concepten blijven bewaard. Beweeg de muis om te blijven.</numerusform>
            <numerusform>Baken vergrendelt over %n seconden. Concepten blijven bewaard. Beweeg de muis om te blijven.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockedNote</name>
    <message>
        <source>EXERCISE: no real youths</source>
        <translation>OEFENING: geen echte jongeren</translation>
    </message>
    <message>
        <source>Note without unlocking</source>
        <translation>Noteer zonder inloggen</translation>
    </message>
    <message>
        <source>It is sealed for the team and comes in at the next unlock, marked as not confirmed by you yet.</source>
        <translation>Je notitie wordt verzegeld voor het team. Bij de volgende ontgrendeling komt zij binnen, met ‘niet bevestigd’ erbij.</translation>
    </message>
    <message>
        <source>&amp;What did you see or hear?</source>
        <translation>&amp;Wat zag of hoorde je?</translation>
    </message>
    <message>
        <source>What did you see or hear?</source>
        <translation>Wat zag of hoorde je?</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>Your &amp;initials</source>
        <translation>Je &amp;initialen</translation>
    </message>
    <message>
        <source>Your initials</source>
        <translation>Je initialen</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>What you typed is not kept yet.</source>
        <translation>Wat je typte is nog niet bewaard.</translation>
    </message>
    <message>
        <source>Press Keep, or empty the field to go back.</source>
        <translation>Druk op Bewaar, of maak het veld leeg om terug te gaan.</translation>
    </message>
    <message>
        <source>This is too long for one note.</source>
        <translation>Dit is te lang voor één notitie.</translation>
    </message>
    <message>
        <source>Divide it over two notes.</source>
        <translation>Verdeel het over twee notities.</translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere tekst</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Grotere tekst</translation>
    </message>
    <message>
        <source>Light screen</source>
        <translation>Licht scherm</translation>
    </message>
    <message>
        <source>Dark screen</source>
        <translation>Donker scherm</translation>
    </message>
</context>
<context>
    <name>LookPopup</name>
    <message>
        <source>Language, text size, dark</source>
        <translation>Taal, tekstgrootte, donker</translation>
    </message>
</context>
<context>
    <name>MadeCard</name>
    <message>
        <source>The vault is ready.</source>
        <translation>De kluis is klaar.</translation>
    </message>
    <message>
        <source>It lies in {folder}</source>
        <translation>Hij staat in {folder}</translation>
    </message>
    <message>
        <source>Unlock as</source>
        <translation>Ontgrendel als</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Wachtwoordzin</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Gekopieerd</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopieer</translation>
    </message>
    <message>
        <source>Everybody may know this passphrase: the practice vault holds no real child.</source>
        <translation>Iedereen mag deze wachtwoordzin weten: in de oefenkluis staat geen echt kind.</translation>
    </message>
    <message>
        <source>Nobody can look up your passphrase for you. Make a copy of the folder part of your backup.</source>
        <translation>Niemand kan je wachtwoordzin voor je opzoeken. Neem een kopie van de map mee in je back-up.</translation>
    </message>
    <message>
        <source>To the lock screen</source>
        <translation>Naar het slotscherm</translation>
    </message>
</context>
<context>
    <name>MakeCard</name>
    <message>
        <source>Make a bundle</source>
        <translation>Maak een bundel</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;Voor</translation>
    </message>
    <message>
        <source>Legal &amp;basis</source>
        <translation>G&amp;rondslag</translation>
    </message>
    <message>
        <source>&amp;Note on the basis</source>
        <translation>&amp;Toelichting op de grondslag</translation>
    </message>
    <message>
        <source>choose a site</source>
        <translation>kies een locatie</translation>
    </message>
    <message>
        <source>add the card of a site first</source>
        <translation>voeg eerst een kaartje toe</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>nog niet gekozen</translation>
    </message>
    <message>
        <source>Signals, with their pieces, also what mentors think, and the cards of their youths</source>
        <translation>Signalen, met hun stukjes, ook wat mentoren denken, en de kaartjes van hun jongeren</translation>
    </message>
    <message>
        <source>Seal to a file…</source>
        <translation>Verzegel als bestand…</translation>
    </message>
    <message>
        <source>Seal and let it wait</source>
        <translation>Verzegel en laat wachten</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Search in signals</source>
        <translation>Zoek in signalen</translation>
    </message>
    <message>
        <source>There is no signal to pass on yet.</source>
        <translation>Er is nog geen signaal om door te geven.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Youths</source>
        <translation>Jongeren</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>Doorgeven</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Uitwisselen</translation>
    </message>
    <message>
        <source>Manage</source>
        <translation>Beheer</translation>
    </message>
    <message>
        <source>Cover</source>
        <translation>Dek af</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Vergrendel</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>OEFENING</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>MessageList</name>
    <message>
        <source>Messages since you unlocked</source>
        <translation>Berichten sinds je ontgrendelde</translation>
    </message>
</context>
<context>
    <name>NewVaultForm</name>
    <message>
        <source>Name of the &amp;site</source>
        <translation>Naam van de &amp;locatie</translation>
    </message>
    <message>
        <source>Your &amp;name, to unlock with</source>
        <translation>Jouw &amp;naam, om mee te ontgrendelen</translation>
    </message>
    <message>
        <source>&amp;Folder of the vault</source>
        <translation>&amp;Map van de kluis</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kies…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>Maak de kluis</translation>
    </message>
    <message>
        <source>Fill in: {field}.</source>
        <translation>Vul in: {field}.</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
</context>
<context>
    <name>NowTab</name>
    <message>
        <source>Last days</source>
        <translation>Laatste dagen</translation>
    </message>
    <message>
        <source>No pieces yet.</source>
        <translation>Nog geen stukjes.</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>Nieuw puzzelstukje</translation>
    </message>
    <message>
        <source>Whole timeline</source>
        <translation>Hele tijdlijn</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>No signals.</source>
        <translation>Geen signalen.</translation>
    </message>
    <message>
        <source>no facts written yet</source>
        <translation>nog geen feiten opgeschreven</translation>
    </message>
    <message>
        <source>{name}, changed {moment}</source>
        <translation>{name}, veranderd {moment}</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Doorgegeven</translation>
    </message>
    <message>
        <source>Nothing was passed on.</source>
        <translation>Er is niets doorgegeven.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Vermist</translation>
    </message>
    <message>
        <source>Last seen {moment}, {place}</source>
        <translation>Voor het laatst gezien {moment}, {place}</translation>
    </message>
    <message>
        <source>Last seen {moment}</source>
        <translation>Voor het laatst gezien {moment}</translation>
    </message>
</context>
<context>
    <name>OfferChip</name>
    <message>
        <source>Take over {name}</source>
        <translation>Neem {name} over</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>nothing yet</source>
        <translation>nog niets</translation>
    </message>
</context>
<context>
    <name>OutgoingCard</name>
    <message>
        <source>Made for others</source>
        <translation>Gemaakt voor anderen</translation>
    </message>
    <message>
        <source>No bundle was made yet.</source>
        <translation>Er is nog geen bundel gemaakt.</translation>
    </message>
    <message>
        <source>To {site}</source>
        <translation>Aan {site}</translation>
    </message>
</context>
<context>
    <name>OwnCard</name>
    <message>
        <source>Our card</source>
        <translation>Ons kaartje</translation>
    </message>
    <message>
        <source>To a file…</source>
        <translation>Naar een bestand…</translation>
    </message>
    <message>
        <source>Our card to a file…</source>
        <translation>Ons kaartje bewaren…</translation>
    </message>
    <message>
        <source>Our own fingerprint, to read out</source>
        <translation>Onze eigen vingerafdruk, om voor te lezen</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>As it prints</source>
        <translation>Zo komt het op papier</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Vorige bladzijde</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Volgende bladzijde</translation>
    </message>
    <message>
        <source>Beside the choices</source>
        <translation>Naast de keuzes</translation>
    </message>
    <message>
        <source>Larger, to read</source>
        <translation>Groter, om te lezen</translation>
    </message>
    <message>
        <source>{page} of {pages}</source>
        <translation>{page} van {pages}</translation>
    </message>
    <message>
        <source>being made…</source>
        <translation>wordt gemaakt…</translation>
    </message>
</context>
<context>
    <name>PassingEditor</name>
    <message>
        <source>Recipient</source>
        <translation>Ontvanger</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Taal van het papier</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Doel</translation>
    </message>
    <message>
        <source>Legal &amp;basis</source>
        <translation>G&amp;rondslag</translation>
    </message>
    <message>
        <source>Note on the basis</source>
        <translation>Toelichting</translation>
    </message>
    <message>
        <source>&amp;Told to the youth</source>
        <translation>Ver&amp;teld aan jongere</translation>
    </message>
    <message>
        <source>for what</source>
        <translation>waarvoor</translation>
    </message>
    <message>
        <source>when, in which language</source>
        <translation>wanneer, welke taal</translation>
    </message>
    <message>
        <source>who agrees</source>
        <translation>wie is akkoord</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>nog niet gekozen</translation>
    </message>
    <message>
        <source>Te&amp;xt for {recipient}</source>
        <translation>Te&amp;kst voor {recipient}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Bewaar als pdf</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) still to choose</source>
        <translation>
            <numerusform>Nog %n zin kiezen</numerusform>
            <numerusform>Nog %n zinnen kiezen</numerusform>
        </translation>
    </message>
    <message>
        <source>No legal basis chosen yet; the paper says so.</source>
        <translation>Nog geen grondslag gekozen; dat staat ook op papier.</translation>
    </message>
</context>
<context>
    <name>PassingPage</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Passing on</source>
        <translation>Doorgeven</translation>
    </message>
    <message>
        <source>Signal about {names}</source>
        <translation>Signaal over {names}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Bewaar als pdf</translation>
    </message>
    <message>
        <source>The paper is saved, and recorded to whom it goes.</source>
        <translation>Het papier is bewaard. Er is vastgelegd naar wie het gaat.</translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message>
        <source>Change your passphrase</source>
        <translation>Verander je wachtwoordzin</translation>
    </message>
    <message>
        <source>It opens this vault on this laptop. Nobody can look it up for you.</source>
        <translation>Hiermee open je deze kluis op deze laptop. Niemand kan hem voor je opzoeken.</translation>
    </message>
    <message>
        <source>Your passphrase of &amp;now</source>
        <translation>Je wachtwoordzin van &amp;nu</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Toon de wachtwoordzin</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Verberg de wachtwoordzin</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een moment…</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Verander</translation>
    </message>
    <message numerus="yes">
        <source>You can try again in %n seconds. You are never locked out.</source>
        <translation>
            <numerusform>Over %n seconde kun je het weer proberen. Je wordt nooit buitengesloten.</numerusform>
            <numerusform>Over %n seconden kun je het weer proberen. Je wordt nooit buitengesloten.</numerusform>
        </translation>
    </message>
    <message>
        <source>First type the passphrase that you have now.</source>
        <translation>Typ eerst de wachtwoordzin die je nu hebt.</translation>
    </message>
    <message>
        <source>That is the passphrase that you have now. Choose another one.</source>
        <translation>Dat is de wachtwoordzin die je nu hebt. Kies een andere.</translation>
    </message>
</context>
<context>
    <name>PassphrasePair</name>
    <message numerus="yes">
        <source>The passphrase is too short: make it %n characters or more.</source>
        <translation>
            <numerusform>De wachtwoordzin is te kort: maak er minstens %n teken van.</numerusform>
            <numerusform>De wachtwoordzin is te kort: maak er minstens %n tekens van.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>De twee wachtwoordzinnen zijn niet gelijk.</translation>
    </message>
    <message>
        <source>New &amp;passphrase</source>
        <translation>Nieuwe &amp;wachtwoordzin</translation>
    </message>
    <message>
        <source>The same passphrase &amp;again</source>
        <translation>Nog een keer &amp;dezelfde wachtwoordzin</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Toon de wachtwoordzin</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Verberg de wachtwoordzin</translation>
    </message>
    <message>
        <source>four words or more that only you know</source>
        <translation>vier woorden of meer die alleen jij kent</translation>
    </message>
    <message>
        <source>four words or more that only they know</source>
        <translation>vier woorden of meer die alleen die ander kent</translation>
    </message>
</context>
<context>
    <name>PeopleCard</name>
    <message>
        <source>People</source>
        <translation>Mensen</translation>
    </message>
    <message>
        <source>you</source>
        <translation>jij</translation>
    </message>
    <message>
        <source>has ended</source>
        <translation>is afgelopen</translation>
    </message>
    <message>
        <source>cannot unlock here</source>
        <translation>kan hier niet ontgrendelen</translation>
    </message>
</context>
<context>
    <name>PeopleFlow</name>
    <message>
        <source>{name} has an account and can unlock now.</source>
        <translation>{name} heeft een account en kan nu ontgrendelen.</translation>
    </message>
    <message>
        <source>The account is made.</source>
        <translation>Het account is gemaakt.</translation>
    </message>
    <message>
        <source>{name} has a new passphrase. The old one opens nothing any more.</source>
        <translation>{name} heeft een nieuwe wachtwoordzin. De oude opent niets meer.</translation>
    </message>
    <message>
        <source>A new passphrase</source>
        <translation>Een nieuwe wachtwoordzin</translation>
    </message>
    <message>
        <source>{name} was removed. The vault has a new key. What {name} recorded stays.</source>
        <translation>{name} is verwijderd. De kluis heeft een nieuwe sleutel. Wat {name} vastlegde, blijft.</translation>
    </message>
    <message>
        <source>Removing</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Done. Who may open the vault was changed.</source>
        <translation>Gedaan. Wie de kluis mag openen is veranderd.</translation>
    </message>
    <message>
        <source>Stopped before it began.</source>
        <translation>Gestopt voordat het begon.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets veranderd.</translation>
    </message>
</context>
<context>
    <name>PersonForm</name>
    <message>
        <source>Add somebody</source>
        <translation>Iemand toevoegen</translation>
    </message>
    <message>
        <source>&amp;Name, to unlock with</source>
        <translation>&amp;Naam, om mee te ontgrendelen</translation>
    </message>
    <message>
        <source>What this person does</source>
        <translation>Wat deze persoon doet</translation>
    </message>
    <message>
        <source>&amp;Last day</source>
        <translation>&amp;Laatste dag</translation>
    </message>
    <message>
        <source>Let them type the passphrase here themselves. If that cannot be, agree on one and let them change it: that is done from their own name in the menu.</source>
        <translation>Laat diegene de wachtwoordzin hier zelf typen. Kan dat niet, spreek er dan een af en laat die veranderen: dat gaat via de eigen naam in het menu.</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een moment…</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>Voeg toe</translation>
    </message>
    <message>
        <source>today, {day}</source>
        <translation>vandaag, {day}</translation>
    </message>
    <message>
        <source>Give the name with which this person unlocks.</source>
        <translation>Vul de naam in waarmee deze persoon ontgrendelt.</translation>
    </message>
    <message>
        <source>Choose at least one role.</source>
        <translation>Kies ten minste één rol.</translation>
    </message>
</context>
<context>
    <name>PersonView</name>
    <message>
        <source>One moment…</source>
        <translation>Een moment…</translation>
    </message>
    <message>
        <source>Give this passphrase</source>
        <translation>Geef deze wachtwoordzin</translation>
    </message>
    <message>
        <source>Passphrase forgotten?</source>
        <translation>Wachtwoordzin vergeten?</translation>
    </message>
    <message>
        <source>Let them type a new one here themselves. Their old one opens nothing any more; what they wrote stays.</source>
        <translation>Laat diegene hier zelf een nieuwe typen. De oude opent dan niets meer; wat is vastgelegd, blijft.</translation>
    </message>
    <message>
        <source>Change your passphrase…</source>
        <translation>Verander je wachtwoordzin…</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>Verwijder…</translation>
    </message>
    <message>
        <source>This is you. Only another administrator can remove you.</source>
        <translation>Dit ben jij. Alleen een andere beheerder kan jou verwijderen.</translation>
    </message>
    <message>
        <source>Cannot unlock on this laptop.</source>
        <translation>Kan op deze laptop niet ontgrendelen.</translation>
    </message>
</context>
<context>
    <name>PieceColumn</name>
    <message>
        <source>Pieces</source>
        <translation>Stukjes</translation>
    </message>
    <message>
        <source>Search in pieces</source>
        <translation>Zoek in stukjes</translation>
    </message>
    <message>
        <source>Pieces, space ticks</source>
        <translation>Stukjes, spatie vinkt aan</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”. Search with one word, or by the name of a youth.</source>
        <translation>Niets gevonden voor ‘{text}’. Zoek met één woord, of op de naam van een jongere.</translation>
    </message>
</context>
<context>
    <name>PiecePage</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>Puzzelstukje</translation>
    </message>
</context>
<context>
    <name>PieceRow</name>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>verbeterd</translation>
    </message>
    <message>
        <source>Seen or heard</source>
        <translation>Gezien of gehoord</translation>
    </message>
    <message>
        <source>The youth&apos;s own words</source>
        <translation>Eigen woorden van de jongere</translation>
    </message>
</context>
<context>
    <name>PieceView</name>
    <message>
        <source>&amp;Correct</source>
        <translation>&amp;Verbeter</translation>
    </message>
    <message>
        <source>&amp;Withdraw</source>
        <translation>&amp;Trek in</translation>
    </message>
    <message>
        <source>I wrote this</source>
        <translation>Dit schreef ik</translation>
    </message>
    <message>
        <source>Withdrawn by {name}: {why}</source>
        <translation>Ingetrokken door {name}: {why}</translation>
    </message>
    <message>
        <source>This piece is of {site}. Correct or Withdraw makes a note of your own beside it; {site} gets it only when you send it.</source>
        <translation>Dit stukje is van {site}. Met Verbeter of Trek in zet je een eigen notitie ernaast; {site} krijgt die pas als jij die stuurt.</translation>
    </message>
    <message>
        <source>{name} would no longer let it count: {why}</source>
        <translation>{name} vindt dat dit niet meer telt: {why}</translation>
    </message>
    <message>
        <source>Written while locked, confirmed by {name}</source>
        <translation>Zonder inloggen genoteerd, bevestigd door {name}</translation>
    </message>
    <message>
        <source>Not confirmed: written while locked by {initials}</source>
        <translation>Niet bevestigd: zonder inloggen genoteerd door {initials}</translation>
    </message>
    <message>
        <source>source protected</source>
        <translation>bron beschermd</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>verbeterd</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
    <message>
        <source>two corrections side by side</source>
        <translation>twee verbeteringen naast elkaar</translation>
    </message>
    <message>
        <source>Seen or heard</source>
        <translation>Gezien of gehoord</translation>
    </message>
    <message>
        <source>The youth&apos;s own words</source>
        <translation>Eigen woorden van de jongere</translation>
    </message>
    <message>
        <source>What the mentor thinks</source>
        <translation>Wat de mentor denkt</translation>
    </message>
    <message>
        <source>Earlier version, {name}, {moment}</source>
        <translation>Eerdere versie, {name}, {moment}</translation>
    </message>
    <message>
        <source>Beside it, {name}, {moment}</source>
        <translation>Ernaast, {name}, {moment}</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Vastgelegd door</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>Verbeterd door</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Waarom</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Plaats</translation>
    </message>
    <message>
        <source>Mentioned</source>
        <translation>Genoemd</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Klok</translation>
    </message>
    <message>
        <source>the clock of that laptop is doubtful</source>
        <translation>de klok van die laptop liep misschien niet goed</translation>
    </message>
    <message>
        <source>Open the signal</source>
        <translation>Open het signaal</translation>
    </message>
</context>
<context>
    <name>QuoteFrame</name>
    <message>
        <source>In the youth&apos;s own words</source>
        <translation>In eigen woorden van de jongere</translation>
    </message>
    <message>
        <source>‘…’</source>
        <translation>‘…’</translation>
    </message>
    <message>
        <source>The same words in the language in which they were spoken</source>
        <translation>Dezelfde woorden in de taal waarin ze zijn gezegd</translation>
    </message>
    <message>
        <source>as spoken</source>
        <translation>zoals gezegd</translation>
    </message>
    <message>
        <source>Language and who translated</source>
        <translation>Taal en wie vertaalde</translation>
    </message>
    <message>
        <source>language, who translated</source>
        <translation>taal, wie vertaalde</translation>
    </message>
</context>
<context>
    <name>RecoverForm</name>
    <message>
        <source>EXERCISE: no real youths</source>
        <translation>OEFENING: geen echte jongeren</translation>
    </message>
    <message>
        <source>A new passphrase with the recovery sheet</source>
        <translation>Een nieuwe wachtwoordzin met het herstelblad</translation>
    </message>
    <message>
        <source>Your &amp;name</source>
        <translation>Je &amp;naam</translation>
    </message>
    <message>
        <source>The &amp;code on the sheet</source>
        <translation>De &amp;code op het blad</translation>
    </message>
    <message>
        <source>all groups, with a space in between</source>
        <translation>alle groepen, met een spatie ertussen</translation>
    </message>
    <message>
        <source>Your new passphrase counts. The old one opens nothing any more.</source>
        <translation>Je nieuwe wachtwoordzin geldt. De oude opent niets meer.</translation>
    </message>
    <message>
        <source>Characters of the passphrase were put into their usual form; either form opens the vault.</source>
        <translation>Tekens in de wachtwoordzin zijn in hun gewone vorm gezet; beide vormen openen de kluis.</translation>
    </message>
    <message>
        <source>For an administrator. Whoever has another role asks the administrator for a new passphrase.</source>
        <translation>Voor een beheerder. Heb je een andere rol, vraag de beheerder dan om een nieuwe wachtwoordzin.</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een moment…</translation>
    </message>
    <message>
        <source>Set this passphrase</source>
        <translation>Stel deze wachtwoordzin in</translation>
    </message>
    <message>
        <source>To the lock screen</source>
        <translation>Naar het slotscherm</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Give the name with which you unlock.</source>
        <translation>Vul de naam in waarmee je ontgrendelt.</translation>
    </message>
    <message>
        <source>Copy the code from the sheet.</source>
        <translation>Neem de code over van het blad.</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>{name} cannot open this vault any more. The vault gets a new key.</source>
        <translation>{name} kan deze kluis niet meer openen. De kluis krijgt een nieuwe sleutel.</translation>
    </message>
    <message>
        <source>What {name} recorded stays.</source>
        <translation>Wat {name} vastlegde, blijft.</translation>
    </message>
    <message>
        <source>Drafts of {name} can be read by nobody afterwards.</source>
        <translation>Concepten van {name} kan daarna niemand meer lezen.</translation>
    </message>
    <message>
        <source>Backups within reach follow.</source>
        <translation>Reservekopieën binnen bereik veranderen mee.</translation>
    </message>
    <message>
        <source>These copies cannot be reached now and still open for {name} as they were made:</source>
        <translation>Deze kopieën zijn nu niet te bereiken en gaan voor {name} nog open zoals ze gemaakt zijn:</translation>
    </message>
    <message>
        <source>Remove {name}?</source>
        <translation>{name} verwijderen?</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat zo</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijder</translation>
    </message>
</context>
<context>
    <name>RestoreForm</name>
    <message>
        <source>Restoring: {percent} %</source>
        <translation>Terugzetten: {percent} %</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een moment…</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>Zet terug</translation>
    </message>
    <message>
        <source>Folder of the &amp;backup</source>
        <translation>Map van de &amp;reservekopie</translation>
    </message>
    <message>
        <source>Your &amp;name, as it was then</source>
        <translation>Jouw &amp;naam, zoals die toen was</translation>
    </message>
    <message>
        <source>Your &amp;passphrase, as it was then</source>
        <translation>Jouw &amp;wachtwoordzin, zoals die toen was</translation>
    </message>
    <message>
        <source>&amp;Folder of the new vault</source>
        <translation>M&amp;ap van de nieuwe kluis</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Toon de wachtwoordzin</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Verberg de wachtwoordzin</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>Kies…</translation>
    </message>
    <message>
        <source>Choose the folder of the backup…</source>
        <translation>Kies de map van de reservekopie…</translation>
    </message>
    <message>
        <source>Choose where the vault comes…</source>
        <translation>Kies waar de kluis komt…</translation>
    </message>
    <message>
        <source>Fill in: {field}.</source>
        <translation>Vul in: {field}.</translation>
    </message>
</context>
<context>
    <name>RestoredCard</name>
    <message>
        <source>To the lock screen</source>
        <translation>Naar het slotscherm</translation>
    </message>
    <message>
        <source>The vault is back as it was on {moment}.</source>
        <translation>De kluis is terug, zoals hij was op {moment}.</translation>
    </message>
    <message>
        <source>It lies in {folder}</source>
        <translation>Hij staat in {folder}</translation>
    </message>
    <message>
        <source>What was recorded after that moment is missing.</source>
        <translation>Wat daarna is vastgelegd, ontbreekt.</translation>
    </message>
    <message>
        <source>How much that is cannot be seen here any more.</source>
        <translation>Hoeveel dat is, is hier niet meer te zien.</translation>
    </message>
    <message numerus="yes">
        <source>%n line(s) were written on this laptop after that.</source>
        <translation>
            <numerusform>Op deze laptop is daarna nog %n regel geschreven.</numerusform>
            <numerusform>Op deze laptop zijn daarna nog %n regels geschreven.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) were not sent yet. Make them again under Exchange.</source>
        <translation>
            <numerusform>%n bundel was nog niet verzonden. Maak hem opnieuw bij Uitwisselen.</numerusform>
            <numerusform>%n bundels waren nog niet verzonden. Maak ze opnieuw bij Uitwisselen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) are not in the backup.</source>
        <translation>
            <numerusform>%n bijlage zit niet in de reservekopie.</numerusform>
            <numerusform>%n bijlagen zitten niet in de reservekopie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Something was not in order already when the backup was made:</source>
        <translation>In de kluis was al iets niet in orde toen de reservekopie werd gemaakt:</translation>
    </message>
</context>
<context>
    <name>SaveBar</name>
    <message>
        <source>Outside Baken nothing protects this file. Whoever has the laptop or the stick can open it.</source>
        <translation>Buiten Baken is dit bestand niet beschermd. Wie de laptop of de stick heeft, kan het openen.</translation>
    </message>
    <message>
        <source>Save it only when somebody must have it, and delete it when they do.</source>
        <translation>Bewaar het alleen als iemand het moet hebben, en verwijder het daarna.</translation>
    </message>
    <message>
        <source>Its properties can hold names, such as who made it.</source>
        <translation>In de eigenschappen kunnen namen staan, zoals van wie het maakte.</translation>
    </message>
    <message>
        <source>&amp;Choose a place…</source>
        <translation>&amp;Kies een plek…</translation>
    </message>
    <message>
        <source>Leave it in the vault</source>
        <translation>Laat het in de kluis</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Youth, room, phone, number plate, words in a piece</source>
        <translation>Jongere, kamer, telefoon, kenteken, woorden in een stukje</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoek</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Wat er is gevonden</translation>
    </message>
    <message>
        <source>Type a name, a number, or the beginning of a word.</source>
        <translation>Typ een naam, een nummer of het begin van een woord.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc goes back</source>
        <translation>↑ ↓ kiezen · Enter opent · Esc gaat terug</translation>
    </message>
    <message>
        <source>Nothing was found. Try fewer letters.</source>
        <translation>Niets gevonden. Probeer het met minder letters.</translation>
    </message>
</context>
<context>
    <name>SearchModel</name>
    <message>
        <source>Youth</source>
        <translation>Jongere</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signaal</translation>
    </message>
    <message>
        <source>Older version of a piece</source>
        <translation>Oudere versie van een stukje</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>Stukje</translation>
    </message>
</context>
<context>
    <name>SheetCard</name>
    <message>
        <source>Recovery sheet</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>Make a sheet…</source>
        <translation>Maak een blad…</translation>
    </message>
    <message>
        <source>Made {moment}</source>
        <translation>Gemaakt {moment}</translation>
    </message>
    <message>
        <source>An administrator who forgot their passphrase gets a new one with it.</source>
        <translation>Een beheerder die de wachtwoordzin is vergeten, krijgt hiermee een nieuwe.</translation>
    </message>
    <message>
        <source>When the last administrator forgets their passphrase, nobody can help: make one.</source>
        <translation>Vergeet de laatste beheerder de wachtwoordzin, dan kan niemand meer helpen: maak er een.</translation>
    </message>
    <message>
        <source>There is no sheet yet</source>
        <translation>Er is nog geen blad</translation>
    </message>
</context>
<context>
    <name>SheetFlow</name>
    <message>
        <source>recovery-sheet.pdf</source>
        <translation>herstelblad.pdf</translation>
    </message>
    <message>
        <source>Save the recovery sheet</source>
        <translation>Herstelblad opslaan</translation>
    </message>
    <message>
        <source>The recovery sheet counts; an older one opens nothing any more. Keep the paper in another place than this laptop, and delete the file.</source>
        <translation>Het herstelblad telt; een ouder blad opent niets meer. Bewaar het papier op een andere plek dan deze laptop en wis het bestand.</translation>
    </message>
    <message>
        <source>Recovery sheet</source>
        <translation>Herstelblad</translation>
    </message>
    <message>
        <source>The sheet does not count. Its file was removed; destroy what was printed of it.</source>
        <translation>Het blad telt niet. Het bestand is gewist; vernietig wat ervan is afgedrukt.</translation>
    </message>
</context>
<context>
    <name>SheetForm</name>
    <message>
        <source>Group {number} is not right. Look at the sheet and type it once more.</source>
        <translation>Groep {number} klopt niet. Kijk op het blad en typ hem nog een keer.</translation>
    </message>
    <message>
        <source>Make a recovery sheet</source>
        <translation>Herstelblad maken</translation>
    </message>
    <message>
        <source>Save the sheet and print it</source>
        <translation>Sla het blad op en druk het af</translation>
    </message>
    <message>
        <source>Keep the paper under lock, in another place than this laptop. Delete the file afterwards.</source>
        <translation>Bewaar het papier achter slot, op een andere plek dan deze laptop. Wis het bestand daarna.</translation>
    </message>
    <message>
        <source>Type three groups back from the paper</source>
        <translation>Typ drie groepen over van het papier</translation>
    </message>
    <message>
        <source>Only then the sheet counts, and an older one opens nothing any more. When Baken locks before that, begin again: the file opens nothing then.</source>
        <translation>Pas dan telt het blad, en opent een ouder blad niets meer. Vergrendelt Baken voor die tijd, begin dan opnieuw: het bestand opent dan niets.</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>Sla op als PDF…</translation>
    </message>
    <message>
        <source>Saved in {file}</source>
        <translation>Opgeslagen in {file}</translation>
    </message>
    <message>
        <source>Group {number}</source>
        <translation>Groep {number}</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>Een moment…</translation>
    </message>
    <message>
        <source>Let this sheet count</source>
        <translation>Laat dit blad tellen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Close</source>
        <translation>Sluit</translation>
    </message>
</context>
<context>
    <name>ShiftCard</name>
    <message>
        <source>My shift</source>
        <translation>Mijn dienst</translation>
    </message>
    <message>
        <source>You have not written anything this shift.</source>
        <translation>Je hebt deze dienst nog niets opgeschreven.</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>Nieuw puzzelstukje</translation>
    </message>
    <message>
        <source>‘{text}’</source>
        <translation>‘{text}’</translation>
    </message>
    <message>
        <source>{meta} · saved</source>
        <translation>{meta} · opgeslagen</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>ingetrokken</translation>
    </message>
</context>
<context>
    <name>SignalBuilder</name>
    <message>
        <source>Signal:</source>
        <translation>Signaal:</translation>
    </message>
    <message>
        <source>Where the signal stands</source>
        <translation>Stand van het signaal</translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation>weet ik niet</translation>
    </message>
    <message>
        <source>What do we &amp;see?</source>
        <translation>Wat zi&amp;en we?</translation>
    </message>
    <message>
        <source>facts only</source>
        <translation>alleen feiten</translation>
    </message>
    <message>
        <source>Can there be an&amp;other explanation?</source>
        <translation>Kan er een &amp;andere verklaring zijn?</translation>
    </message>
    <message>
        <source>What do we not &amp;know yet?</source>
        <translation>Wat weten we &amp;nog niet?</translation>
    </message>
    <message>
        <source>Two people changed this signal at the same time. Both versions were kept.</source>
        <translation>Twee mensen hebben dit signaal tegelijk veranderd. Beide versies zijn bewaard.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Bewaar</translation>
    </message>
    <message>
        <source>Decide and pass on</source>
        <translation>Beslis en geef door</translation>
    </message>
    <message>
        <source>about {names}</source>
        <translation>over {names}</translation>
    </message>
    <message>
        <source>saving the draft…</source>
        <translation>concept wordt bewaard…</translation>
    </message>
    <message>
        <source>Ticked pieces are about {names}. Add to the signal</source>
        <translation>Gekozen stukjes gaan over {names}. Zet bij het signaal</translation>
    </message>
</context>
<context>
    <name>SignalPage</name>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>Build a signal</source>
        <translation>Signaal bouwen</translation>
    </message>
    <message>
        <source>the team of this site can read this</source>
        <translation>het team van deze locatie kan dit lezen</translation>
    </message>
    <message>
        <source>of {name}, from {site}</source>
        <translation>van {name}, uit {site}</translation>
    </message>
    <message>
        <source>of {name}</source>
        <translation>van {name}</translation>
    </message>
    <message>
        <source>saved {moment}</source>
        <translation>bewaard {moment}</translation>
    </message>
    <message>
        <source>draft saved {time}</source>
        <translation>concept bewaard {time}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>The signal is saved.</source>
        <translation>Het signaal is bewaard.</translation>
    </message>
</context>
<context>
    <name>SignalsList</name>
    <message>
        <source>Signals</source>
        <translation>Signalen</translation>
    </message>
    <message>
        <source>Which signal do you pass on?</source>
        <translation>Welk signaal geef je door?</translation>
    </message>
    <message>
        <source>New signal</source>
        <translation>Nieuw signaal</translation>
    </message>
    <message>
        <source>No signals yet.</source>
        <translation>Nog geen signalen.</translation>
    </message>
    <message>
        <source>No youth known yet</source>
        <translation>Nog geen jongere bekend</translation>
    </message>
    <message>
        <source>no facts written yet</source>
        <translation>nog geen feiten opgeschreven</translation>
    </message>
    <message>
        <source>{name}, changed {moment}</source>
        <translation>{name}, veranderd {moment}</translation>
    </message>
    <message>
        <source>from {site}</source>
        <translation>van {site}</translation>
    </message>
</context>
<context>
    <name>SitesCard</name>
    <message>
        <source>Sites</source>
        <translation>Locaties</translation>
    </message>
    <message>
        <source>Add a card…</source>
        <translation>Kaartje toevoegen…</translation>
    </message>
    <message>
        <source>card good until {day}</source>
        <translation>kaartje geldig tot {day}</translation>
    </message>
    <message>
        <source>The card has ended: ask for a new one.</source>
        <translation>Het kaartje is verlopen. Vraag een nieuw kaartje.</translation>
    </message>
    <message>
        <source>compared by {name}, {moment}</source>
        <translation>vergeleken door {name}, {moment}</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>&amp;seen myself</source>
        <translation>&amp;zelf gezien</translation>
    </message>
    <message>
        <source>&amp;heard from…</source>
        <translation>&amp;gehoord van…</translation>
    </message>
    <message>
        <source>the youth</source>
        <translation>de jongere</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>een ander</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>een document</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>onbekend</translation>
    </message>
    <message>
        <source>Heard from</source>
        <translation>Gehoord van</translation>
    </message>
    <message>
        <source>From whom, by role</source>
        <translation>Van wie, met rol</translation>
    </message>
    <message>
        <source>who, by role: teacher, roommate…</source>
        <translation>wie, met rol: docent, kamergenoot…</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Saved {time}</source>
        <translation>Opgeslagen {time}</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Alles is opgeslagen</translation>
    </message>
    <message>
        <source>Draft of {time} is ready to go on</source>
        <translation>Concept van {time} staat klaar</translation>
    </message>
    <message numerus="yes">
        <source>%n drafts are ready to go on</source>
        <translation>
            <numerusform>%n concept staat klaar</numerusform>
            <numerusform>%n concepten staan klaar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n wacht op verzending</numerusform>
            <numerusform>%n wachten op verzending</numerusform>
        </translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>ontvangen {moment}</translation>
    </message>
    <message>
        <source>Messages since you unlocked</source>
        <translation>Berichten sinds je ontgrendelde</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleer</translation>
    </message>
</context>
<context>
    <name>StrandList</name>
    <message>
        <source>a sentence of the text</source>
        <translation>zin uit de tekst</translation>
    </message>
    <message>
        <source>Left out, but still in the text: {words}</source>
        <translation>Weggehaald, maar staat nog in de tekst: {words}</translation>
    </message>
    <message>
        <source>named in a piece</source>
        <translation>genoemd in een stukje</translation>
    </message>
    <message>
        <source>Keep or leave out: {text}</source>
        <translation>Laat staan of haal weg: {text}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Laat staan</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Haal weg</translation>
    </message>
    <message>
        <source>seen or heard</source>
        <translation>gezien of gehoord</translation>
    </message>
    <message>
        <source>the youth&apos;s own words</source>
        <translation>eigen woorden van de jongere</translation>
    </message>
    <message>
        <source>what the mentor thinks</source>
        <translation>wat de mentor denkt</translation>
    </message>
    <message>
        <source>source protected, left out unless you keep it</source>
        <translation>bron beschermd, standaard weg</translation>
    </message>
    <message>
        <source>left out unless you keep it</source>
        <translation>standaard weg</translation>
    </message>
</context>
<context>
    <name>ThoughtFrame</name>
    <message>
        <source>What do you think?</source>
        <translation>Wat denk jij?</translation>
    </message>
    <message>
        <source>not on paper; other sites that get the piece read it</source>
        <translation>niet op papier; een locatie die het stukje krijgt, leest het</translation>
    </message>
</context>
<context>
    <name>TickRow</name>
    <message>
        <source>No youth known yet</source>
        <translation>Nog geen jongere bekend</translation>
    </message>
    <message>
        <source>no facts written yet</source>
        <translation>nog geen feiten opgeschreven</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>Behaviour</source>
        <translation>Gedrag</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Verplaatsing</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Vermissing</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Tijdlijn</translation>
    </message>
    <message>
        <source>Arrow keys choose; F6 shows the same as a list.</source>
        <translation>Kies met de pijltjes; F6 toont hetzelfde als lijst.</translation>
    </message>
    <message>
        <source>{told} (withdrawn)</source>
        <translation>{told} (ingetrokken)</translation>
    </message>
    <message>
        <source>before arrival</source>
        <translation>vóór aankomst</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>Timeline as a list</source>
        <translation>Tijdlijn als lijst</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>{when}, before arrival</source>
        <translation>{when}, vóór aankomst</translation>
    </message>
    <message>
        <source>withdrawn: {words}</source>
        <translation>ingetrokken: {words}</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Waarover</translation>
    </message>
    <message>
        <source>What</source>
        <translation>Wat</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Verplaatsing</translation>
    </message>
    <message>
        <source>Route</source>
        <translation>Route</translation>
    </message>
    <message>
        <source>Incident</source>
        <translation>Incident</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Vermissing</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Gedrag</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>All</source>
        <translation>Alles</translation>
    </message>
    <message>
        <source>Own words only</source>
        <translation>Alleen eigen woorden</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Gezien</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Gehoord</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Toon: {what}</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Kijk dichterbij</translation>
    </message>
    <message>
        <source>Look from further away</source>
        <translation>Kijk van verder weg</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Vorige</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Lijst</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Tekening</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>cannot be read, kept as it is</source>
        <translation>niet te lezen, blijft bewaard</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>signaal</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>Night of {evening} to {morning}</source>
        <translation>Nacht van {evening} op {morning}</translation>
    </message>
    <message>
        <source>Not back. Last seen {moment}, {place}.</source>
        <translation>Niet terug. Voor het laatst gezien {moment}, {place}.</translation>
    </message>
    <message>
        <source>Not back. Last seen {moment}.</source>
        <translation>Niet terug. Voor het laatst gezien {moment}.</translation>
    </message>
    <message>
        <source>An answer from {recipient} is overdue, about the signal ‘{facts}’.</source>
        <translation>Antwoord van {recipient} is over tijd, over het signaal ‘{facts}’.</translation>
    </message>
    <message>
        <source>An answer from {recipient} is overdue.</source>
        <translation>Antwoord van {recipient} is over tijd.</translation>
    </message>
    <message>
        <source>Two corrections of one piece stand side by side. Compare them.</source>
        <translation>Twee verbeteringen van één stukje staan naast elkaar. Vergelijk ze.</translation>
    </message>
    <message>
        <source>Two colleagues changed the same thing. Both versions stand side by side.</source>
        <translation>Twee collega’s veranderden hetzelfde. Beide versies staan naast elkaar.</translation>
    </message>
    <message>
        <source>asked for {date}, passed on {made}</source>
        <translation>gevraagd voor {date}, doorgegeven {made}</translation>
    </message>
    <message>
        <source>asked for {date}</source>
        <translation>gevraagd voor {date}</translation>
    </message>
    <message>
        <source>open disappearance</source>
        <translation>open vermissing</translation>
    </message>
    <message>
        <source>nothing was lost</source>
        <translation>er is niets verloren</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Lees</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergelijk</translation>
    </message>
    <message>
        <source>To the signal</source>
        <translation>Naar het signaal</translation>
    </message>
    <message>
        <source>To the dossier</source>
        <translation>Naar dossier</translation>
    </message>
    <message>
        <source>place, no youth named yet</source>
        <translation>plaats, nog geen jongere</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>verbeterd</translation>
    </message>
    <message>
        <source>withdrawn by {name}: {why}</source>
        <translation>ingetrokken door {name}: {why}</translation>
    </message>
    <message>
        <source>draft, saved {time}</source>
        <translation>concept, bewaard {time}</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>sinds {moment}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search</source>
        <translation>Zoek</translation>
    </message>
    <message>
        <source>Search youth, room, phone, plate</source>
        <translation>Zoek jongere, kamer, telefoon, kenteken</translation>
    </message>
    <message>
        <source>Language, text size, dark</source>
        <translation>Taal, tekstgrootte, donker</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Nog een</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>Nieuw puzzelstukje</translation>
    </message>
</context>
<context>
    <name>TrustCard</name>
    <message>
        <source>Is this really their card?</source>
        <translation>Is dit echt hun kaartje?</translation>
    </message>
    <message>
        <source>The card says that it is of {name}, with this fingerprint:</source>
        <translation>Op het kaartje staat {name}, met deze vingerafdruk:</translation>
    </message>
    <message>
        <source>Call the site on a number that you know already and let them read out the last two groups.</source>
        <translation>Bel de locatie op een nummer dat je al kent. Laat hen de laatste twee groepjes voorlezen.</translation>
    </message>
    <message>
        <source>&amp;Last two groups, as they read them out</source>
        <translation>&amp;Laatste twee groepjes, voorgelezen</translation>
    </message>
    <message>
        <source>&amp;How did you compare it?</source>
        <translation>&amp;Hoe heb je vergeleken?</translation>
    </message>
    <message>
        <source>for example: called the lead, or met in person</source>
        <translation>bijvoorbeeld: gebeld, of elkaar gezien</translation>
    </message>
    <message>
        <source>Compared whole, in person, as written beside</source>
        <translation>Helemaal vergeleken, bij elkaar, zoals hierboven staat</translation>
    </message>
    <message>
        <source>Trust this site</source>
        <translation>Vertrouw deze locatie</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat maar</translation>
    </message>
    <message>
        <source>That is not the same. Don&apos;t trust this card; ask again.</source>
        <translation>Dat is niet hetzelfde. Vertrouw dit kaartje niet en vraag het opnieuw.</translation>
    </message>
    <message>
        <source>last two groups read out and typed</source>
        <translation>laatste twee groepjes voorgelezen en getypt</translation>
    </message>
</context>
<context>
    <name>UnchosenRow</name>
    <message>
        <source>Recognised, not chosen</source>
        <translation>Herkend, niet gekozen</translation>
    </message>
</context>
<context>
    <name>Unlocked</name>
    <message>
        <source>Opening the vault</source>
        <translation>De kluis gaat open</translation>
    </message>
</context>
<context>
    <name>WhenField</name>
    <message>
        <source>When</source>
        <translation>Wanneer</translation>
    </message>
    <message>
        <source>for example yesterday 23:40</source>
        <translation>bijvoorbeeld gisteren 23:40</translation>
    </message>
    <message>
        <source>that is still to come</source>
        <translation>dat moet nog komen</translation>
    </message>
    <message>
        <source>morning or evening?</source>
        <translation>ochtend of avond?</translation>
    </message>
    <message>
        <source>that date was another day of the week</source>
        <translation>die datum was een andere dag</translation>
    </message>
    <message>
        <source>not understood yet</source>
        <translation>nog niet begrepen</translation>
    </message>
    <message>
        <source>when was it?</source>
        <translation>wanneer was het?</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>zojuist</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minuut geleden</numerusform>
            <numerusform>%n minuten geleden</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n uur geleden</numerusform>
            <numerusform>%n uur geleden</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Baken · EXERCISE</source>
        <translation>Baken · OEFENING</translation>
    </message>
</context>
<context>
    <name>WithdrawBar</name>
    <message>
        <source>&amp;Why should it no longer count? It stays visible.</source>
        <translation>Waarom telt het n&amp;iet meer mee? Het blijft zichtbaar.</translation>
    </message>
    <message>
        <source>&amp;Why do you doubt it?</source>
        <translation>&amp;Waarom twijfel je?</translation>
    </message>
    <message>
        <source>The piece is of {site} and goes on counting. This becomes a note of your own beside it; {site} gets it only when you send it.</source>
        <translation>Het stukje is van {site} en blijft tellen. Dit wordt een eigen notitie ernaast; {site} krijgt die pas als jij die stuurt.</translation>
    </message>
    <message>
        <source>Why should it no longer count?</source>
        <translation>Waarom telt het niet meer mee?</translation>
    </message>
    <message>
        <source>Withdraw this piece</source>
        <translation>Trek dit stukje in</translation>
    </message>
    <message>
        <source>Put the note beside it</source>
        <translation>Zet de notitie ernaast</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Laat maar</translation>
    </message>
</context>
<context>
    <name>WithheldBox</name>
    <message>
        <source>Not passed on</source>
        <translation>Niet meegegeven</translation>
    </message>
    <message>
        <source>the piece of {day}</source>
        <translation>het stukje van {day}</translation>
    </message>
    <message numerus="yes">
        <source>%n sentence(s) of the text</source>
        <translation>
            <numerusform>%n zin uit de tekst</numerusform>
            <numerusform>%n zinnen uit de tekst</numerusform>
        </translation>
    </message>
    <message>
        <source>words of the youth</source>
        <translation>woorden van de jongere</translation>
    </message>
    <message>
        <source>what mentors think</source>
        <translation>wat mentoren denken</translation>
    </message>
    <message>
        <source>Nothing: every line goes along.</source>
        <translation>Niets: elke regel gaat mee.</translation>
    </message>
</context>
<context>
    <name>YouthList</name>
    <message>
        <source>Youths</source>
        <translation>Jongeren</translation>
    </message>
    <message>
        <source>Nobody with these letters.</source>
        <translation>Niemand met deze letters.</translation>
    </message>
    <message>
        <source>No youths yet.</source>
        <translation>Nog geen jongeren.</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} jaar</translation>
    </message>
    <message>
        <source>mentor {name}</source>
        <translation>mentor {name}</translation>
    </message>
    <message>
        <source>nothing known yet</source>
        <translation>nog niets bekend</translation>
    </message>
</context>
<context>
    <name>YouthsPage</name>
    <message>
        <source>Youths</source>
        <translation>Jongeren</translation>
    </message>
    <message>
        <source>Filter by name, alias or room</source>
        <translation>Filter op naam, roepnaam of kamer</translation>
    </message>
</context>
<context>
    <name>attached</name>
    <message>
        <source>photo</source>
        <translation>foto</translation>
    </message>
    <message>
        <source>PDF</source>
        <translation>pdf</translation>
    </message>
    <message>
        <source>sound</source>
        <translation>geluid</translation>
    </message>
</context>
<context>
    <name>findings</name>
    <message>
        <source>The vault is older than when it was last closed; pieces may be missing.</source>
        <translation>De kluis is ouder dan toen hij het laatst dichtging; er kunnen stukjes ontbreken.</translation>
    </message>
    <message>
        <source>You can go on working: what you save now is kept apart and is safe.</source>
        <translation>Je kunt gewoon verder werken: wat je nu opslaat, staat apart en is veilig.</translation>
    </message>
    <message>
        <source>Ask the administrator whether an old copy of the folder was put back.</source>
        <translation>Vraag de beheerder of er een oude kopie van de map is teruggezet.</translation>
    </message>
    <message>
        <source>The disk is full; nothing can be saved now.</source>
        <translation>De schijf is vol; er kan nu niets worden bewaard.</translation>
    </message>
    <message>
        <source>Everything that was saved is safe, and you can read all of it.</source>
        <translation>Alles wat bewaard was is veilig, en je kunt alles lezen.</translation>
    </message>
    <message>
        <source>Make room on the disk, then lock and unlock.</source>
        <translation>Maak ruimte op de schijf, en vergrendel en ontgrendel dan.</translation>
    </message>
    <message>
        <source>The file that watches whether the vault is complete was damaged.</source>
        <translation>Het bestand dat bewaakt of de kluis compleet is, was beschadigd.</translation>
    </message>
    <message>
        <source>It has been made anew, and you can go on working.</source>
        <translation>Het is opnieuw gemaakt en je kunt gewoon verder werken.</translation>
    </message>
    <message>
        <source>Ask the administrator to have the vault checked.</source>
        <translation>Vraag de beheerder om de kluis te laten controleren.</translation>
    </message>
    <message>
        <source>The automatic backup did not succeed.</source>
        <translation>De automatische reservekopie is niet gelukt.</translation>
    </message>
    <message>
        <source>Everything that you save is safe on this laptop.</source>
        <translation>Alles wat je bewaart staat veilig op deze laptop.</translation>
    </message>
    <message>
        <source>See whether the disk or the stick is full; Baken tries again by itself.</source>
        <translation>Kijk of de schijf of de stick vol is; Baken probeert het vanzelf opnieuw.</translation>
    </message>
    <message>
        <source>Something lies among the notes from the lock screen that cannot be read.</source>
        <translation>Tussen de notities van het vergrendelscherm ligt iets dat niet te lezen is.</translation>
    </message>
    <message>
        <source>It was left where it is; every note that can be read has come in.</source>
        <translation>Het is blijven liggen; elke leesbare notitie is binnengekomen.</translation>
    </message>
    <message>
        <source>Ask the administrator who put something into the folder inbox of the vault.</source>
        <translation>Vraag de beheerder wie iets in de map inbox van de kluis heeft gezet.</translation>
    </message>
    <message>
        <source>The folder of the vault held the card of another site.</source>
        <translation>In de map van de kluis lag de kaart van een andere locatie.</translation>
    </message>
    <message>
        <source>The card has been replaced; the pieces were not touched.</source>
        <translation>De kaart is vervangen; aan de stukjes is niets veranderd.</translation>
    </message>
    <message>
        <source>Ask the administrator who changed the folder.</source>
        <translation>Vraag de beheerder wie de map heeft gewijzigd.</translation>
    </message>
    <message>
        <source>A part of the vault is damaged.</source>
        <translation>Een deel van de kluis is beschadigd.</translation>
    </message>
    <message>
        <source>What can be read stays readable, and what you save now is safe.</source>
        <translation>Wat te lezen is blijft te lezen, en wat je nu opslaat is veilig.</translation>
    </message>
    <message>
        <source>Keep the folder as it is, and ask the administrator for the backup.</source>
        <translation>Laat de map zoals hij is en vraag de beheerder om de reservekopie.</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>behaviour</source>
        <translation>gedrag</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>things or money</source>
        <translation>spullen of geld</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>afwezigheid</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>uitspraak</translation>
    </message>
    <message>
        <source>health</source>
        <translation>gezondheid</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>place</source>
        <translation>plaats</translation>
    </message>
    <message>
        <source>route</source>
        <translation>route</translation>
    </message>
    <message>
        <source>seen myself</source>
        <translation>zelf gezien</translation>
    </message>
    <message>
        <source>heard from the youth</source>
        <translation>gehoord van de jongere</translation>
    </message>
    <message>
        <source>heard from somebody else</source>
        <translation>gehoord van een ander</translation>
    </message>
    <message>
        <source>from a document</source>
        <translation>uit een document</translation>
    </message>
    <message>
        <source>source unknown</source>
        <translation>bron onbekend</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>toestemming</translation>
    </message>
    <message>
        <source>legal duty</source>
        <translation>wettelijke plicht</translation>
    </message>
    <message>
        <source>task in the law</source>
        <translation>wettelijke taak</translation>
    </message>
    <message>
        <source>vital interest</source>
        <translation>vitaal belang</translation>
    </message>
    <message>
        <source>concept</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>doorgegeven</translation>
    </message>
    <message>
        <source>being followed</source>
        <translation>wordt gevolgd</translation>
    </message>
    <message>
        <source>not passed on</source>
        <translation>niet doorgegeven</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>Registration</source>
        <translation>Aanmelding</translation>
    </message>
    <message>
        <source>Report form</source>
        <translation>Meldformulier</translation>
    </message>
    <message>
        <source>Referral</source>
        <translation>Verwijzing</translation>
    </message>
    <message>
        <source>Missing from an institution</source>
        <translation>Vermissing uit instelling</translation>
    </message>
    <message>
        <source>Notice of departure</source>
        <translation>Melding van vertrek</translation>
    </message>
    <message>
        <source>Trafficking signal</source>
        <translation>Signaal mensenhandel</translation>
    </message>
    <message>
        <source>Indication for protected reception</source>
        <translation>Indicatie beschermde opvang</translation>
    </message>
    <message>
        <source>Handover at a move</source>
        <translation>Overdracht bij verhuizing</translation>
    </message>
    <message>
        <source>Bundle</source>
        <translation>Bundel</translation>
    </message>
    <message>
        <source>no</source>
        <translation>nee</translation>
    </message>
    <message>
        <source>yes, call first</source>
        <translation>ja, bel eerst</translation>
    </message>
    <message>
        <source>I don&apos;t know</source>
        <translation>weet ik niet</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Handeling</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Middel</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Doel</translation>
    </message>
    <message>
        <source>Vulnerability</source>
        <translation>Kwetsbaarheid</translation>
    </message>
    <message>
        <source>Chance of disappearing</source>
        <translation>Kans op verdwijnen</translation>
    </message>
    <message>
        <source>Signs of harm, apart</source>
        <translation>Tekenen van schade, apart</translation>
    </message>
    <message>
        <source>strong, says the source</source>
        <translation>sterk, zegt de bron</translation>
    </message>
    <message>
        <source>medium, says the source</source>
        <translation>gemiddeld, zegt de bron</translation>
    </message>
    <message>
        <source>not graded by the source</source>
        <translation>bron weegt niet</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>wacht op verzending</translation>
    </message>
    <message>
        <source>handed over as a file</source>
        <translation>als bestand meegegeven</translation>
    </message>
    <message>
        <source>at the registry</source>
        <translation>bij het register</translation>
    </message>
    <message>
        <source>received</source>
        <translation>ontvangen</translation>
    </message>
    <message>
        <source>mentor</source>
        <translation>mentor</translation>
    </message>
    <message>
        <source>safeguarding lead</source>
        <translation>aandachtsfunctionaris</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>beheerder</translation>
    </message>
    <message>
        <source>registry analyst</source>
        <translation>analist van het register</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>controleur</translation>
    </message>
    <message>
        <source>shift account</source>
        <translation>dienstaccount</translation>
    </message>
    <message>
        <source>erasure</source>
        <translation>wissen</translation>
    </message>
    <message>
        <source>only the safeguarding lead</source>
        <translation>alleen aandachtsfunctionaris</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>telefoon</translation>
    </message>
    <message>
        <source>number plate</source>
        <translation>kenteken</translation>
    </message>
    <message>
        <source>account</source>
        <translation>account</translation>
    </message>
    <message>
        <source>address</source>
        <translation>adres</translation>
    </message>
    <message>
        <source>vehicle</source>
        <translation>voertuig</translation>
    </message>
    <message>
        <source>person</source>
        <translation>persoon</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something in this form is not right yet.</source>
        <translation>Iets in dit formulier klopt nog niet.</translation>
    </message>
    <message>
        <source>Look through the fields; what you typed is still there.</source>
        <translation>Kijk de velden na; wat je typte staat er nog.</translation>
    </message>
    <message>
        <source>This file is damaged or was changed on the way.</source>
        <translation>Dit bestand is beschadigd of onderweg veranderd.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Ask the sender to make it again.</source>
        <translation>Er is niets overgenomen. Vraag de afzender het opnieuw te maken.</translation>
    </message>
    <message>
        <source>This file is not from Baken, or of a kind that Baken does not read.</source>
        <translation>Dit bestand is niet van Baken, of van een soort die Baken niet leest.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Check that you chose the right file.</source>
        <translation>Er is niets overgenomen. Kijk of je het goede bestand koos.</translation>
    </message>
    <message>
        <source>The signatures in this file do not fit together.</source>
        <translation>De handtekeningen in dit bestand passen niet bij elkaar.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Call the site that should have sent it.</source>
        <translation>Er is niets overgenomen. Bel de locatie die het zou sturen.</translation>
    </message>
    <message>
        <source>This was made with a newer Baken.</source>
        <translation>Dit is gemaakt met een nieuwere Baken.</translation>
    </message>
    <message>
        <source>Nothing was changed. Update Baken, then try again.</source>
        <translation>Er is niets veranderd. Werk Baken bij en probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>The vault cannot be read.</source>
        <translation>De kluis kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep the folder and ask the administrator for the backup.</source>
        <translation>Er is niets veranderd. Bewaar de map en vraag de beheerder om de back-up.</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>Dit is er niet meer.</translation>
    </message>
    <message>
        <source>Go back and look again; it may have been changed by a colleague.</source>
        <translation>Ga terug en kijk opnieuw; misschien heeft een collega het veranderd.</translation>
    </message>
    <message>
        <source>The disk does not answer as it should.</source>
        <translation>De schijf reageert niet zoals het hoort.</translation>
    </message>
    <message>
        <source>What was saved before is safe. Save again; if it stays so, call the administrator.</source>
        <translation>Wat eerder is opgeslagen is veilig. Sla nog eens op; blijft het zo, bel dan de beheerder.</translation>
    </message>
    <message>
        <source>There is no one to seal this for.</source>
        <translation>Er is niemand om dit voor te verzegelen.</translation>
    </message>
    <message>
        <source>Choose a site whose card you added and confirmed.</source>
        <translation>Kies een locatie waarvan je het kaartje hebt toegevoegd en bevestigd.</translation>
    </message>
    <message>
        <source>This recipient is not known here.</source>
        <translation>Deze ontvanger is hier niet bekend.</translation>
    </message>
    <message>
        <source>Choose one from the list.</source>
        <translation>Kies er een uit de lijst.</translation>
    </message>
    <message>
        <source>The registry gave an answer that cannot be trusted.</source>
        <translation>Het register gaf een antwoord dat niet te vertrouwen is.</translation>
    </message>
    <message>
        <source>Nothing was taken in; everything still waits here. Tell the registry desk.</source>
        <translation>Er is niets overgenomen; alles wacht hier nog. Meld het bij het registerloket.</translation>
    </message>
    <message>
        <source>Your account may not do this here.</source>
        <translation>Jouw account mag dit hier niet.</translation>
    </message>
    <message>
        <source>Ask the administrator of your site.</source>
        <translation>Vraag het de beheerder van je locatie.</translation>
    </message>
    <message>
        <source>The files on the stick are damaged.</source>
        <translation>De bestanden op de stick zijn beschadigd.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Use another stick and ask for the bundle again.</source>
        <translation>Er is niets overgenomen. Neem een andere stick en vraag de bundel opnieuw.</translation>
    </message>
    <message>
        <source>The moment is not clear.</source>
        <translation>Het moment is niet duidelijk.</translation>
    </message>
    <message>
        <source>Write it like: yesterday 23:40, 13 Nov, or 2h ago.</source>
        <translation>Schrijf het zo: gisteren 23:40, 13 nov, of 2 uur geleden.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>Dat lukte niet.</translation>
    </message>
    <message>
        <source>What was saved is safe. Try once more; if it stays so, call the administrator.</source>
        <translation>Wat was opgeslagen is veilig. Probeer het nog eens; blijft het zo, bel dan de beheerder.</translation>
    </message>
    <message>
        <source>Name or passphrase is not right.</source>
        <translation>Naam of wachtwoordzin klopt niet.</translation>
    </message>
    <message>
        <source>Try again. It takes a little longer each time; you are never locked out.</source>
        <translation>Probeer het opnieuw. Het duurt elke keer iets langer; je wordt nooit buitengesloten.</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds before the next try.</source>
        <translation>Wacht {seconds} seconden voor de volgende poging.</translation>
    </message>
    <message>
        <source>This keeps others from guessing. Nothing is lost.</source>
        <translation>Zo kan een ander niet raden. Er gaat niets verloren.</translation>
    </message>
    <message>
        <source>Baken is already open on this laptop.</source>
        <translation>Baken is al open op deze laptop.</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>Gebruik het venster dat open is, of sluit dat eerst.</translation>
    </message>
    <message>
        <source>There is no vault in this folder.</source>
        <translation>In deze map staat geen kluis.</translation>
    </message>
    <message>
        <source>Choose another folder, or make a new vault.</source>
        <translation>Kies een andere map, of maak een nieuwe kluis.</translation>
    </message>
    <message>
        <source>The journal of this vault is missing.</source>
        <translation>Het journaal van deze kluis ontbreekt.</translation>
    </message>
    <message>
        <source>This account may not read the folder of the vault.</source>
        <translation>Dit account mag de map van de kluis niet lezen.</translation>
    </message>
    <message>
        <source>Nothing new was made. Put the file back, or ask for the backup.</source>
        <translation>Er is niets nieuws gemaakt. Zet het bestand terug, of vraag om de reservekopie.</translation>
    </message>
    <message>
        <source>Nothing was changed. Use the account that made the vault, or ask for help.</source>
        <translation>Er is niets veranderd. Gebruik het account dat de kluis maakte, of vraag de beheerder.</translation>
    </message>
    <message>
        <source>The disk is full, and Baken needs room to show this vault.</source>
        <translation>De schijf is vol, en Baken heeft ruimte nodig om deze kluis te tonen.</translation>
    </message>
    <message>
        <source>What was saved is safe. Free {mib} MiB, then unlock again.</source>
        <translation>Wat bewaard was is veilig. Maak {mib} MiB vrij en ontgrendel opnieuw.</translation>
    </message>
    <message>
        <source>This file is too large for a card or an answer of the registry.</source>
        <translation>Dit bestand is te groot voor een kaartje of een antwoord van het register.</translation>
    </message>
    <message>
        <source>Nothing was changed. Check that you chose the right file.</source>
        <translation>Er is niets veranderd. Kijk of je het goede bestand koos.</translation>
    </message>
    <message>
        <source>Baken does not know this gender.</source>
        <translation>Dit geslacht kent Baken niet.</translation>
    </message>
    <message>
        <source>Choose m, v or x, or leave it empty.</source>
        <translation>Kies m, v of x, of laat het leeg.</translation>
    </message>
    <message>
        <source>There is no backup in this folder.</source>
        <translation>In deze map ligt geen reservekopie.</translation>
    </message>
    <message>
        <source>Nothing was made. Choose the folder of a backup, or the one they lie in.</source>
        <translation>Er is niets gemaakt. Kies de map van een reservekopie, of de map waar ze in liggen.</translation>
    </message>
    <message>
        <source>This backup is damaged or incomplete.</source>
        <translation>Deze reservekopie is beschadigd of niet volledig.</translation>
    </message>
    <message>
        <source>Nothing was made. Choose an older one, or one on a stick.</source>
        <translation>Er is niets gemaakt. Kies een oudere, of een op een stick.</translation>
    </message>
    <message>
        <source>This backup was made with a newer Baken.</source>
        <translation>Deze reservekopie is gemaakt met een nieuwere Baken.</translation>
    </message>
    <message>
        <source>Nothing was made. Update Baken, then try again.</source>
        <translation>Er is niets gemaakt. Werk Baken bij en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>No vault was chosen yet.</source>
        <translation>Er is nog geen kluis gekozen.</translation>
    </message>
    <message>
        <source>Make a new vault, or open the practice vault.</source>
        <translation>Maak een nieuwe kluis, of open de oefenkluis.</translation>
    </message>
    <message>
        <source>This vault has as many users as it can hold.</source>
        <translation>In deze kluis passen niet meer gebruikers.</translation>
    </message>
    <message>
        <source>Remove a user first.</source>
        <translation>Verwijder eerst een gebruiker.</translation>
    </message>
    <message>
        <source>This works in a practice vault only.</source>
        <translation>Dit kan alleen in een oefenkluis.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Er is niets veranderd.</translation>
    </message>
    <message>
        <source>There is a vault in this folder already.</source>
        <translation>In deze map staat al een kluis.</translation>
    </message>
    <message>
        <source>Open that vault, or choose a new folder. Nothing was written.</source>
        <translation>Open die kluis, of kies een nieuwe map. Er is niets geschreven.</translation>
    </message>
    <message>
        <source>The folder of this vault holds a link to another place.</source>
        <translation>In de map van deze kluis staat een verwijzing naar een andere plek.</translation>
    </message>
    <message>
        <source>Baken does not write outside the vault. Call the administrator.</source>
        <translation>Baken schrijft niet buiten de kluis. Bel de beheerder.</translation>
    </message>
    <message>
        <source>This folder is not empty.</source>
        <translation>Deze map is niet leeg.</translation>
    </message>
    <message>
        <source>Choose a new folder; nothing was written.</source>
        <translation>Kies een nieuwe map; er is niets geschreven.</translation>
    </message>
    <message>
        <source>Baken may not write in this folder.</source>
        <translation>Baken mag niet in deze map schrijven.</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. Call the administrator.</source>
        <translation>Wat je typte staat nog op het scherm. Bel de beheerder.</translation>
    </message>
    <message>
        <source>The folder is no longer there.</source>
        <translation>De map is er niet meer.</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. Connect the disk again, then save.</source>
        <translation>Wat je typte staat nog op het scherm. Sluit de schijf weer aan en sla dan op.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>De schijf is vol.</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. Make room, then save again.</source>
        <translation>Wat je typte staat nog op het scherm. Maak ruimte en sla dan opnieuw op.</translation>
    </message>
    <message>
        <source>This draft is too long to keep.</source>
        <translation>Dit concept is te lang om te bewaren.</translation>
    </message>
    <message>
        <source>Save it as two pieces.</source>
        <translation>Sla het op als twee stukjes.</translation>
    </message>
    <message>
        <source>A draft cannot be read.</source>
        <translation>Een concept kan niet worden gelezen.</translation>
    </message>
    <message>
        <source>It stays where it is; nothing was deleted. Tell the administrator.</source>
        <translation>Het blijft staan; er is niets weggegooid. Meld het de beheerder.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>Er is een naam nodig.</translation>
    </message>
    <message>
        <source>Type a name and go on.</source>
        <translation>Typ een naam en ga verder.</translation>
    </message>
    <message>
        <source>Somebody with this name is already there.</source>
        <translation>Er is al iemand met deze naam.</translation>
    </message>
    <message>
        <source>Add a letter or the surname.</source>
        <translation>Zet er een letter of de achternaam bij.</translation>
    </message>
    <message>
        <source>A passphrase is needed.</source>
        <translation>Er is een wachtwoordzin nodig.</translation>
    </message>
    <message>
        <source>Think of a sentence of four words or more.</source>
        <translation>Bedenk een zin van vier woorden of meer.</translation>
    </message>
    <message>
        <source>Write what you saw or heard.</source>
        <translation>Schrijf op wat je zag of hoorde.</translation>
    </message>
    <message>
        <source>That is the only field that is needed.</source>
        <translation>Alleen dat veld is nodig.</translation>
    </message>
    <message>
        <source>A text is longer than Baken can keep in one piece.</source>
        <translation>Een tekst is langer dan Baken in één stukje kan bewaren.</translation>
    </message>
    <message>
        <source>Divide it over two pieces; what you typed is still there.</source>
        <translation>Verdeel hem over twee stukjes; wat je typte staat er nog.</translation>
    </message>
    <message>
        <source>A name or an alias is needed.</source>
        <translation>Er is een naam of roepnaam nodig.</translation>
    </message>
    <message>
        <source>An alias is enough; everything else may stay open.</source>
        <translation>Een roepnaam is genoeg; al het andere mag open blijven.</translation>
    </message>
    <message>
        <source>A V-number has ten digits.</source>
        <translation>Een V-nummer heeft tien cijfers.</translation>
    </message>
    <message>
        <source>Correct it, or leave it empty.</source>
        <translation>Verbeter het, of laat het leeg.</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>Zeg in een paar woorden waarom.</translation>
    </message>
    <message>
        <source>The reason stays beside the old version.</source>
        <translation>De reden blijft bij de oude versie staan.</translation>
    </message>
    <message>
        <source>Nothing was changed, so nothing was saved.</source>
        <translation>Er is niets veranderd, dus er is niets opgeslagen.</translation>
    </message>
    <message>
        <source>Change something, or go back.</source>
        <translation>Verander iets, of ga terug.</translation>
    </message>
    <message>
        <source>A signal rests on at least one piece.</source>
        <translation>Een signaal steunt op minstens één stukje.</translation>
    </message>
    <message>
        <source>Tick a piece at the left.</source>
        <translation>Vink links een stukje aan.</translation>
    </message>
    <message>
        <source>Choose who it is for.</source>
        <translation>Kies voor wie het is.</translation>
    </message>
    <message>
        <source>Nothing was made yet.</source>
        <translation>Er is nog niets gemaakt.</translation>
    </message>
    <message>
        <source>Morning or evening?</source>
        <translation>Ochtend of avond?</translation>
    </message>
    <message>
        <source>Write it like 07:30 or 19:30.</source>
        <translation>Schrijf het als 07:30 of 19:30.</translation>
    </message>
    <message>
        <source>This moment has yet to come.</source>
        <translation>Dit moment moet nog komen.</translation>
    </message>
    <message>
        <source>A piece is about what was; choose an earlier moment.</source>
        <translation>Een stukje gaat over wat er was; kies een eerder moment.</translation>
    </message>
    <message>
        <source>That date was another day of the week.</source>
        <translation>Die datum viel op een andere dag van de week.</translation>
    </message>
    <message>
        <source>Correct the day or the date.</source>
        <translation>Verbeter de dag of de datum.</translation>
    </message>
    <message>
        <source>The fingerprint is not the same.</source>
        <translation>De vingerafdruk is niet gelijk.</translation>
    </message>
    <message>
        <source>Do not trust this card. Call the site on a number that you knew before.</source>
        <translation>Vertrouw dit kaartje niet. Bel de locatie op een nummer dat je al kende.</translation>
    </message>
    <message>
        <source>This comes from a site whose card you have not confirmed.</source>
        <translation>Dit komt van een locatie waarvan je het kaartje nog niet hebt bevestigd.</translation>
    </message>
    <message>
        <source>Add its card, compare the fingerprint by phone, then try again.</source>
        <translation>Voeg het kaartje toe, vergelijk de vingerafdruk per telefoon en probeer het dan opnieuw.</translation>
    </message>
    <message>
        <source>This bundle holds something that only our own site may write.</source>
        <translation>In deze bundel staat iets wat alleen onze eigen locatie mag opschrijven.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Call the sender, and tell the administrator.</source>
        <translation>Er is niets overgenomen. Bel de afzender, en vertel het de beheerder.</translation>
    </message>
    <message>
        <source>This bundle is for another site.</source>
        <translation>Deze bundel is voor een andere locatie.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Give the file back.</source>
        <translation>Er is niets overgenomen. Geef het bestand terug.</translation>
    </message>
    <message>
        <source>This is too much for one bundle.</source>
        <translation>Dit is te veel voor één bundel.</translation>
    </message>
    <message>
        <source>Choose fewer signals and make two.</source>
        <translation>Kies minder signalen en maak er twee.</translation>
    </message>
    <message>
        <source>The key for that site has ended.</source>
        <translation>De sleutel van die locatie is verlopen.</translation>
    </message>
    <message>
        <source>Ask the site for a new card.</source>
        <translation>Vraag de locatie om een nieuw kaartje.</translation>
    </message>
    <message>
        <source>This is not a valid card of a site.</source>
        <translation>Dit is geen geldig kaartje van een locatie.</translation>
    </message>
    <message>
        <source>Nothing was added. Ask the site to make its card again.</source>
        <translation>Er is niets toegevoegd. Vraag de locatie het kaartje opnieuw te maken.</translation>
    </message>
    <message>
        <source>This is the card of your own site.</source>
        <translation>Dit is het kaartje van je eigen locatie.</translation>
    </message>
    <message>
        <source>Nothing was added. Ask the other site for its card.</source>
        <translation>Er is niets toegevoegd. Vraag de andere locatie om haar kaartje.</translation>
    </message>
    <message>
        <source>This card is older than the one you have of this site.</source>
        <translation>Dit kaartje is ouder dan het kaartje dat je al hebt van deze locatie.</translation>
    </message>
    <message>
        <source>Nothing was changed; the newer card still counts.</source>
        <translation>Er is niets veranderd; het nieuwere kaartje blijft gelden.</translation>
    </message>
    <message>
        <source>This file was not sealed for this site.</source>
        <translation>Dit bestand is niet voor deze locatie verzegeld.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Ask the sender for whom it was made.</source>
        <translation>Er is niets overgenomen. Vraag de afzender voor wie het is gemaakt.</translation>
    </message>
    <message>
        <source>The stick is full.</source>
        <translation>De stick is vol.</translation>
    </message>
    <message>
        <source>The bundle still waits here. Make room or use another stick.</source>
        <translation>De bundel wacht hier nog. Maak ruimte of neem een andere stick.</translation>
    </message>
    <message>
        <source>The stick was taken out too early.</source>
        <translation>De stick is er te vroeg uit gehaald.</translation>
    </message>
    <message>
        <source>The bundle still waits here. Put the stick back and try again.</source>
        <translation>De bundel wacht hier nog. Stop de stick er weer in en probeer het opnieuw.</translation>
    </message>
    <message>
        <source>The stick cannot be written.</source>
        <translation>Op de stick kan niet worden geschreven.</translation>
    </message>
    <message>
        <source>The bundle still waits here. Use another stick.</source>
        <translation>De bundel wacht hier nog. Neem een andere stick.</translation>
    </message>
    <message>
        <source>This file is damaged, or not all of it arrived.</source>
        <translation>Dit bestand is beschadigd of niet compleet.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Copy it again, or ask the sender to make it again.</source>
        <translation>Er is niets binnengekomen. Kopieer het opnieuw, of vraag de afzender om het opnieuw te maken.</translation>
    </message>
    <message>
        <source>The file is no longer there.</source>
        <translation>Het bestand is er niet meer.</translation>
    </message>
    <message>
        <source>Choose it again; a stick may have been taken out.</source>
        <translation>Kies het opnieuw; misschien is de stick eruit gehaald.</translation>
    </message>
    <message>
        <source>There is already a file with this name.</source>
        <translation>Er is al een bestand met deze naam.</translation>
    </message>
    <message>
        <source>Choose another name; nothing was written.</source>
        <translation>Kies een andere naam; er is niets geschreven.</translation>
    </message>
    <message>
        <source>Only the safeguarding lead can do this.</source>
        <translation>Alleen de aandachtsfunctionaris kan dit.</translation>
    </message>
    <message>
        <source>Tell the lead what you saw; your pieces are already there.</source>
        <translation>Vertel de aandachtsfunctionaris wat je zag; jouw stukjes staan er al.</translation>
    </message>
    <message>
        <source>There is nothing to send.</source>
        <translation>Er is niets om te verzenden.</translation>
    </message>
    <message>
        <source>Tick a signal first.</source>
        <translation>Vink eerst een signaal aan.</translation>
    </message>
    <message>
        <source>This comes from a practice vault.</source>
        <translation>Dit komt uit een oefenkluis.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Invented cases never go into a real vault.</source>
        <translation>Er is niets overgenomen. Verzonnen verhalen komen nooit in een echte kluis.</translation>
    </message>
    <message>
        <source>This card belongs to a practice vault.</source>
        <translation>Dit kaartje is van een oefenkluis.</translation>
    </message>
    <message>
        <source>This vault is real. Practice and real vaults never exchange.</source>
        <translation>Deze kluis is echt. Oefenkluizen en echte kluizen wisselen nooit uit.</translation>
    </message>
    <message>
        <source>This card belongs to a real vault.</source>
        <translation>Dit kaartje is van een echte kluis.</translation>
    </message>
    <message>
        <source>This is a practice vault. Practice and real vaults never exchange.</source>
        <translation>Dit is een oefenkluis. Oefenkluizen en echte kluizen wisselen nooit uit.</translation>
    </message>
    <message>
        <source>This comes from a real vault.</source>
        <translation>Dit komt uit een echte kluis.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Real pieces never go into a practice vault.</source>
        <translation>Er is niets overgenomen. Echte stukjes komen nooit in een oefenkluis.</translation>
    </message>
    <message>
        <source>This site is not enrolled at a registry.</source>
        <translation>Deze locatie is niet aangemeld bij een register.</translation>
    </message>
    <message>
        <source>Bundles go as files, on a stick. Ask the registry desk to enrol.</source>
        <translation>Bundels gaan als bestand, op een stick. Vraag het registerloket om je locatie aan te melden.</translation>
    </message>
    <message>
        <source>The address of the registry is not right.</source>
        <translation>Het adres van het register klopt niet.</translation>
    </message>
    <message>
        <source>Ask the registry desk for a new enrolment file.</source>
        <translation>Vraag het registerloket om een nieuw aanmeldbestand.</translation>
    </message>
    <message>
        <source>The registry cannot be reached now.</source>
        <translation>Het register is nu niet bereikbaar.</translation>
    </message>
    <message>
        <source>Everything still waits here. Try again later.</source>
        <translation>Alles wacht hier nog. Probeer het later opnieuw.</translation>
    </message>
    <message>
        <source>The clock of this laptop is {minutes} minutes off.</source>
        <translation>De klok van deze laptop loopt {minutes} minuten verkeerd.</translation>
    </message>
    <message>
        <source>Set the clock, then try again. Everything still waits here.</source>
        <translation>Zet de klok goed en probeer het opnieuw. Alles wacht hier nog.</translation>
    </message>
    <message>
        <source>The registry does not accept this laptop.</source>
        <translation>Het register accepteert deze laptop niet.</translation>
    </message>
    <message>
        <source>Everything still waits here. Call the registry desk.</source>
        <translation>Alles wacht hier nog. Bel het registerloket.</translation>
    </message>
    <message>
        <source>This file is empty.</source>
        <translation>Dit bestand is leeg.</translation>
    </message>
    <message>
        <source>Nothing was added. Choose another file.</source>
        <translation>Er is niets toegevoegd. Kies een ander bestand.</translation>
    </message>
    <message>
        <source>This file is larger than {mib} MB.</source>
        <translation>Dit bestand is groter dan {mib} MB.</translation>
    </message>
    <message>
        <source>Nothing was added. Send a photo smaller, or cut a recording into parts.</source>
        <translation>Er is niets toegevoegd. Maak een foto kleiner, of knip een opname in stukken.</translation>
    </message>
    <message>
        <source>Together these attachments are larger than {mib} MB.</source>
        <translation>Samen zijn deze bijlagen groter dan {mib} MB.</translation>
    </message>
    <message>
        <source>Nothing was added. Record another piece for the others.</source>
        <translation>Er is niets toegevoegd. Noteer een ander stukje voor de rest.</translation>
    </message>
    <message>
        <source>A piece has at most {limit} attachments.</source>
        <translation>Een stukje heeft hoogstens {limit} bijlagen.</translation>
    </message>
    <message>
        <source>This is a folder or something else that is no file.</source>
        <translation>Dit is een map, of iets anders dat geen bestand is.</translation>
    </message>
    <message>
        <source>Nothing was added. Open the folder and choose the file itself.</source>
        <translation>Er is niets toegevoegd. Open de map en kies het bestand zelf.</translation>
    </message>
    <message>
        <source>This file cannot be read.</source>
        <translation>Dit bestand is niet te lezen.</translation>
    </message>
    <message>
        <source>Nothing was added. Copy it to this laptop first, or ask for it again.</source>
        <translation>Er is niets toegevoegd. Kopieer het eerst naar deze laptop, of vraag het opnieuw.</translation>
    </message>
    <message>
        <source>Baken does not take this kind of file.</source>
        <translation>Dit soort bestand neemt Baken niet aan.</translation>
    </message>
    <message>
        <source>Nothing was added. Photos (JPEG, PNG, WebP), PDFs and sound can be added; save it as one of these.</source>
        <translation>Er is niets toegevoegd. Foto&apos;s (JPEG, PNG, WebP), pdf&apos;s en geluid kunnen wel; bewaar het als een van deze.</translation>
    </message>
    <message>
        <source>This picture cannot be read to its end.</source>
        <translation>Deze foto is niet helemaal te lezen.</translation>
    </message>
    <message>
        <source>Nothing was added. Copy it again from the phone or stick.</source>
        <translation>Er is niets toegevoegd. Kopieer hem opnieuw van de telefoon of stick.</translation>
    </message>
    <message>
        <source>This picture has more than 50 million dots.</source>
        <translation>Deze foto heeft meer dan 50 miljoen beeldpunten.</translation>
    </message>
    <message>
        <source>Nothing was added. Make it smaller, or take a part of it.</source>
        <translation>Er is niets toegevoegd. Maak hem kleiner, of neem er een deel van.</translation>
    </message>
    <message>
        <source>The file of this attachment is not in this vault.</source>
        <translation>Het bestand van deze bijlage is niet in deze kluis.</translation>
    </message>
    <message>
        <source>The piece itself is whole. Ask who recorded it for the file, or restore it from a backup.</source>
        <translation>Het stukje zelf is heel. Vraag het bestand aan wie het noteerde, of haal het uit een reservekopie.</translation>
    </message>
    <message>
        <source>The file of this attachment is damaged.</source>
        <translation>Het bestand van deze bijlage is beschadigd.</translation>
    </message>
    <message>
        <source>Nothing of it is shown; the piece itself is whole. Restore the file from a backup.</source>
        <translation>Er wordt niets van getoond; het stukje zelf is heel. Haal het bestand uit een reservekopie.</translation>
    </message>
    <message>
        <source>This attachment cannot be shown here.</source>
        <translation>Deze bijlage is hier niet te bekijken.</translation>
    </message>
    <message>
        <source>It stays in the vault as it came. “Save as…” writes it to a place where you can open it.</source>
        <translation>Hij blijft in de kluis zoals hij kwam. Met “Bewaar als…” zet je hem op een plek waar je hem kunt openen.</translation>
    </message>
    <message>
        <source>Choose a role that exists.</source>
        <translation>Kies een rol die bestaat.</translation>
    </message>
    <message>
        <source>Choose at least one from the list.</source>
        <translation>Kies er minstens één uit de lijst.</translation>
    </message>
    <message>
        <source>This account needs a last day in the future.</source>
        <translation>Dit account heeft een laatste dag nodig die nog moet komen.</translation>
    </message>
    <message>
        <source>Choose a date from today on; check the clock of the laptop too.</source>
        <translation>Kies een datum vanaf vandaag; controleer ook de klok van de laptop.</translation>
    </message>
    <message>
        <source>This account has ended.</source>
        <translation>Dit account is afgelopen.</translation>
    </message>
    <message>
        <source>Ask the administrator for a new one; nothing is lost.</source>
        <translation>Vraag de beheerder om een nieuw account; er is niets verloren.</translation>
    </message>
    <message>
        <source>This person has no account here.</source>
        <translation>Deze persoon heeft hier geen account.</translation>
    </message>
    <message>
        <source>This is your own account.</source>
        <translation>Dit is je eigen account.</translation>
    </message>
    <message>
        <source>Change your passphrase instead.</source>
        <translation>Verander in plaats daarvan je wachtwoordzin.</translation>
    </message>
    <message>
        <source>You cannot remove yourself: you would know the new keys.</source>
        <translation>Je kunt jezelf niet verwijderen: je zou de nieuwe sleutels kennen.</translation>
    </message>
    <message>
        <source>Ask another administrator.</source>
        <translation>Vraag een andere beheerder.</translation>
    </message>
    <message>
        <source>The last administrator cannot go: nobody could add anybody any more.</source>
        <translation>De laatste beheerder kan niet weg: dan kan niemand meer iemand toevoegen.</translation>
    </message>
    <message>
        <source>First make another administrator, who removes you.</source>
        <translation>Maak eerst een andere beheerder, die jou verwijdert.</translation>
    </message>
    <message>
        <source>When this person goes, nobody can read any more what is for this role alone.</source>
        <translation>Als deze persoon weggaat, kan niemand meer lezen wat alleen voor deze rol is.</translation>
    </message>
    <message>
        <source>First give somebody else the same role and let them unlock once, or make a recovery sheet.</source>
        <translation>Geef eerst een ander dezelfde rol en laat die één keer ontgrendelen, of maak een herstelblad.</translation>
    </message>
    <message>
        <source>This passphrase is too long.</source>
        <translation>Deze wachtwoordzin is te lang.</translation>
    </message>
    <message>
        <source>Choose one of at most {limit} characters; a sentence of five words is strong.</source>
        <translation>Kies er een van hooguit {limit} tekens; een zin van vijf woorden is sterk.</translation>
    </message>
    <message>
        <source>A recovery code has {groups} groups of {letters} characters.</source>
        <translation>Een herstelcode heeft {groups} groepen van {letters} tekens.</translation>
    </message>
    <message>
        <source>Copy all groups, with a space in between.</source>
        <translation>Typ alle groepen over, met een spatie ertussen.</translation>
    </message>
    <message>
        <source>There is a mistake in group {group}.</source>
        <translation>In groep {group} staat een fout.</translation>
    </message>
    <message>
        <source>Look at the sheet and type group {group} again; nothing was changed.</source>
        <translation>Kijk op het blad en typ groep {group} opnieuw; er is niets veranderd.</translation>
    </message>
    <message>
        <source>This code does not open this vault.</source>
        <translation>Deze code opent deze kluis niet.</translation>
    </message>
    <message>
        <source>Check that the sheet is of this vault and the newest one; nothing was changed.</source>
        <translation>Controleer of het blad van deze kluis is en het nieuwste is; er is niets veranderd.</translation>
    </message>
    <message>
        <source>There is no administrator of that name here.</source>
        <translation>Er is hier geen beheerder met die naam.</translation>
    </message>
    <message>
        <source>A recovery sheet helps administrators only; they then help the others.</source>
        <translation>Een herstelblad helpt alleen beheerders; zij helpen daarna de anderen.</translation>
    </message>
    <message>
        <source>A shift account has no other role.</source>
        <translation>Een dienstaccount heeft geen andere rol.</translation>
    </message>
    <message>
        <source>Choose the shift account alone, or a permanent role.</source>
        <translation>Kies alleen het dienstaccount, of een vaste rol.</translation>
    </message>
    <message>
        <source>A note without unlocking cannot be kept here yet.</source>
        <translation>Een notitie zonder inloggen kan hier nog niet worden bewaard.</translation>
    </message>
    <message>
        <source>An administrator has to unlock once; until then unlock to write.</source>
        <translation>Een beheerder moet eerst een keer ontgrendelen; ontgrendel tot dan om te schrijven.</translation>
    </message>
    <message>
        <source>Your initials are missing.</source>
        <translation>Je initialen ontbreken.</translation>
    </message>
    <message>
        <source>Give one or more letters; what you typed is still there.</source>
        <translation>Geef een of meer letters; wat je typte staat er nog.</translation>
    </message>
</context>
<context>
    <name>origin</name>
    <message>
        <source>another site</source>
        <translation>een andere locatie</translation>
    </message>
    <message>
        <source>from {site}</source>
        <translation>van {site}</translation>
    </message>
    <message>
        <source>of this site</source>
        <translation>van deze locatie</translation>
    </message>
    <message>
        <source>same V-number as {name} {where}</source>
        <translation>zelfde V-nummer als {name} {where}</translation>
    </message>
    <message>
        <source>same name as {name} {where}</source>
        <translation>zelfde naam als {name} {where}</translation>
    </message>
</context>
<context>
    <name>people</name>
    <message>
        <source>until the end of {day}</source>
        <translation>tot en met {day}</translation>
    </message>
    <message>
        <source>Records pieces and reads what is for the team.</source>
        <translation>Legt stukjes vast en leest wat voor het team is.</translation>
    </message>
    <message>
        <source>Reads also what is kept to the lead; makes signals, passes on and exchanges.</source>
        <translation>Leest ook wat alleen voor de aandachtsfunctionaris is; maakt signalen, geeft door en wisselt uit.</translation>
    </message>
    <message>
        <source>Gives people accounts and takes them away; reads what is for the team.</source>
        <translation>Geeft mensen een account en neemt het terug; leest wat voor het team is.</translation>
    </message>
    <message>
        <source>Reads what was passed on and decided; no pieces, cards or signals.</source>
        <translation>Leest wat is doorgegeven en besloten; geen stukjes, kaarten of signalen.</translation>
    </message>
    <message>
        <source>Works at the desk of a registry, that receives bundles.</source>
        <translation>Werkt bij een register, dat bundels ontvangt.</translation>
    </message>
    <message>
        <source>For somebody who stands in: ends by itself after the last day, with no other role.</source>
        <translation>Voor een invaller: houdt vanzelf op na de laatste dag, zonder andere rol.</translation>
    </message>
</context>
<context>
    <name>signal_list</name>
    <message>
        <source>Not passed on yet</source>
        <translation>Nog niet doorgegeven</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Doorgegeven</translation>
    </message>
    <message>
        <source>Decided not to pass on, or closed</source>
        <translation>Besloten niet door te geven, of afgesloten</translation>
    </message>
</context>
</TS>
