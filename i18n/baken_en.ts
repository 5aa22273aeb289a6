<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AccessResult</name>
    <message numerus="yes">
        <source>%n backup(s) within reach follow.</source>
        <translation>
            <numerusform>%n backup within reach follows.</numerusform>
            <numerusform>%n backups within reach follow.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>AttachedRow</name>
    <message numerus="yes">
        <source>%n file(s) on the way into the vault…</source>
        <translation>
            <numerusform>%n file on the way into the vault…</numerusform>
            <numerusform>%n files on the way into the vault…</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n more file(s) were not added.</source>
        <translation>
            <numerusform>%n more file was not added.</numerusform>
            <numerusform>%n more files were not added.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DossierHeader</name>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation>
            <numerusform>%n year old</numerusform>
            <numerusform>%n years old</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message numerus="yes">
        <source>%n new piece(s)</source>
        <translation>
            <numerusform>%n new piece</numerusform>
            <numerusform>%n new pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n new signal(s)</source>
        <translation>
            <numerusform>%n new signal</numerusform>
            <numerusform>%n new signals</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) to what was here already</source>
        <translation>
            <numerusform>%n change to what was here already</numerusform>
            <numerusform>%n changes to what was here already</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) stand side by side</source>
        <translation>
            <numerusform>%n field stands side by side</numerusform>
            <numerusform>%n fields stand side by side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) sent</source>
        <translation>
            <numerusform>%n bundle sent</numerusform>
            <numerusform>%n bundles sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) fetched</source>
        <translation>
            <numerusform>%n bundle fetched</numerusform>
            <numerusform>%n bundles fetched</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) came back</source>
        <translation>
            <numerusform>%n receipt came back</numerusform>
            <numerusform>%n receipts came back</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) not taken, the list says why</source>
        <translation>
            <numerusform>%n bundle not taken, the list says why</numerusform>
            <numerusform>%n bundles not taken, the list says why</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation>
            <numerusform>%n piece</numerusform>
            <numerusform>%n pieces</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signal(s)</source>
        <translation>
            <numerusform>%n signal</numerusform>
            <numerusform>%n signals</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>IncomingCard</name>
    <message numerus="yes">
        <source>%n side by side</source>
        <translation>
            <numerusform>%n side by side</numerusform>
            <numerusform>%n side by side</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message numerus="yes">
        <source>You can try again in %n seconds. You are never locked out.</source>
        <translation>
            <numerusform>You can try again in %n second. You are never locked out.</numerusform>
            <numerusform>You can try again in %n seconds. You are never locked out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>LockWarning</name>
    <message numerus="yes">
        <source>Baken locks in %n seconds. Drafts are kept. Move the mouse to stay.</source>
        <translation>
            <numerusform>Baken locks in %n second. Drafts are kept. Move the mouse to stay.</numerusform>
            <numerusform>Baken locks in %n seconds. Drafts are kept. Move the mouse to stay.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassingEditor</name>
    <message numerus="yes">
        <source>%n sentence(s) still to choose</source>
        <translation>
            <numerusform>%n sentence still to choose</numerusform>
            <numerusform>%n sentences still to choose</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphraseForm</name>
    <message numerus="yes">
        <source>You can try again in %n seconds. You are never locked out.</source>
        <translation>
            <numerusform>You can try again in %n second. You are never locked out.</numerusform>
            <numerusform>You can try again in %n seconds. You are never locked out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PassphrasePair</name>
    <message numerus="yes">
        <source>The passphrase is too short: make it %n characters or more.</source>
        <translation>
            <numerusform>The passphrase is too short: make it %n character or more.</numerusform>
            <numerusform>The passphrase is too short: make it %n characters or more.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>RestoredCard</name>
    <message numerus="yes">
        <source>%n line(s) were written on this laptop after that.</source>
        <translation>
            <numerusform>%n line was written on this laptop after that.</numerusform>
            <numerusform>%n lines were written on this laptop after that.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) were not sent yet. Make them again under Exchange.</source>
        <translation>
            <numerusform>%n bundle was not sent yet. Make it again under Exchange.</numerusform>
            <numerusform>%n bundles were not sent yet. Make them again under Exchange.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attachment(s) are not in the backup.</source>
        <translation>
            <numerusform>%n attachment is not in the backup.</numerusform>
            <numerusform>%n attachments are not in the backup.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message numerus="yes">
        <source>%n drafts are ready to go on</source>
        <translation>
            <numerusform>%n draft is ready to go on</numerusform>
            <numerusform>%n drafts are ready to go on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WhenField</name>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation>
            <numerusform>%n minute ago</numerusform>
            <numerusform>%n minutes ago</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation>
            <numerusform>%n hour ago</numerusform>
            <numerusform>%n hours ago</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WithheldBox</name>
    <message numerus="yes">
        <source>%n sentence(s) of the text</source>
        <translation>
            <numerusform>%n sentence of the text</numerusform>
            <numerusform>%n sentences of the text</numerusform>
        </translation>
    </message>
</context>
</TS>
