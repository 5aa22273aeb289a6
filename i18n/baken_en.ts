<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl" sourcelanguage="en">
<context>
    <name>AboutRow</name>
    <message>
        <source>Take {name} off</source>
        <translation>Take {name} off</translation>
    </message>
    <message>
        <source>&amp;Youth</source>
        <translation>&amp;Youth</translation>
    </message>
    <message>
        <source>Add a youth</source>
        <translation>Add a youth</translation>
    </message>
    <message>
        <source>nobody yet: a place, or unknown</source>
        <translation>nobody yet: a place, or unknown</translation>
    </message>
    <message>
        <source>Name or room of a youth</source>
        <translation>Name or room of a youth</translation>
    </message>
    <message>
        <source>Name or room</source>
        <translation>Name or room</translation>
    </message>
</context>
<context>
    <name>AttentionCard</name>
    <message>
        <source>Needs attention now</source>
        <translation>Needs attention now</translation>
    </message>
    <message>
        <source>Nothing asks for attention now.</source>
        <translation>Nothing asks for attention now.</translation>
    </message>
</context>
<context>
    <name>CaptureEditor</name>
    <message>
        <source>&amp;What did you see or hear?</source>
        <translation>&amp;What did you see or hear?</translation>
    </message>
    <message>
        <source>What did you see or hear?</source>
        <translation>What did you see or hear?</translation>
    </message>
    <message>
        <source>write first what you saw or heard</source>
        <translation>write first what you saw or heard</translation>
    </message>
    <message>
        <source>write first when it was</source>
        <translation>write first when it was</translation>
    </message>
    <message>
        <source>write first why you correct it</source>
        <translation>write first why you correct it</translation>
    </message>
    <message>
        <source>correction</source>
        <translation>correction</translation>
    </message>
    <message>
        <source>only this is needed</source>
        <translation>only this is needed</translation>
    </message>
    <message>
        <source>Noticed</source>
        <translation>Noticed</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>if it matters</source>
        <translation>if it matters</translation>
    </message>
    <message>
        <source>&amp;protect the source</source>
        <translation>&amp;protect the source</translation>
    </message>
    <message>
        <source>Why do you correct it?</source>
        <translation>Why do you correct it?</translation>
    </message>
</context>
<context>
    <name>CapturePanel</name>
    <message>
        <source>The piece is saved.</source>
        <translation>The piece is saved.</translation>
    </message>
</context>
<context>
    <name>CaptureWindow</name>
    <message>
        <source>Draft saved</source>
        <translation>Draft saved</translation>
    </message>
    <message>
        <source>Close, stays a draft</source>
        <translation>Close, stays a draft</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Nothing typed yet</source>
        <translation>Nothing typed yet</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>New piece</translation>
    </message>
    <message>
        <source>Draft</source>
        <translation>Draft</translation>
    </message>
    <message>
        <source>Saving the draft…</source>
        <translation>Saving the draft…</translation>
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
        <translation>Copy details</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Something in Baken went wrong.</source>
        <translation>Something in Baken went wrong.</translation>
    </message>
    <message>
        <source>The fault is ours, not yours. What was saved is safe, and drafts are kept. Copy the details for the helpdesk; they hold no names and no texts.</source>
        <translation>The fault is ours, not yours. What was saved is safe, and drafts are kept. Copy the details for the helpdesk; they hold no names and no texts.</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copied</translation>
    </message>
</context>
<context>
    <name>DangerRow</name>
    <message>
        <source>Is there danger now?</source>
        <translation>Is there danger now?</translation>
    </message>
    <message>
        <source>Is there danger now? {answer}</source>
        <translation>Is there danger now? {answer}</translation>
    </message>
</context>
<context>
    <name>DocumentRow</name>
    <message>
        <source>Bundle</source>
        <translation>Bundle</translation>
    </message>
    <message>
        <source>{form} to {recipient}</source>
        <translation>{form} to {recipient}</translation>
    </message>
    <message>
        <source>answered</source>
        <translation>answered</translation>
    </message>
    <message>
        <source>answer asked for {day}</source>
        <translation>answer asked for {day}</translation>
    </message>
    <message>
        <source>not recorded</source>
        <translation>not recorded</translation>
    </message>
    <message>
        <source>Legal basis: {basis}</source>
        <translation>Legal basis: {basis}</translation>
    </message>
    <message>
        <source>Copy {number}</source>
        <translation>Copy {number}</translation>
    </message>
    <message>
        <source>Answer, {moment}: {text}</source>
        <translation>Answer, {moment}: {text}</translation>
    </message>
    <message>
        <source>Answer: {text}</source>
        <translation>Answer: {text}</translation>
    </message>
</context>
<context>
    <name>DocumentsTab</name>
    <message>
        <source>Passed on</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>Nothing about this youth was passed on.</source>
        <translation>Nothing about this youth was passed on.</translation>
    </message>
</context>
<context>
    <name>DossierHeader</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Parts of the dossier</source>
        <translation>Parts of the dossier</translation>
    </message>
    <message>
        <source>Important now</source>
        <translation>Important now</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Documents</source>
        <translation>Documents</translation>
    </message>
    <message>
        <source>Piece about {name}</source>
        <translation>Piece about {name}</translation>
    </message>
    <message numerus="yes">
        <source>%n year(s) old</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>mentor {name}</source>
        <translation>mentor {name}</translation>
    </message>
    <message>
        <source>guardian {name}</source>
        <translation>guardian {name}</translation>
    </message>
</context>
<context>
    <name>DraftTabs</name>
    <message>
        <source>Close, stays a draft</source>
        <translation>Close, stays a draft</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>New piece</translation>
    </message>
    <message>
        <source>Draft {title}</source>
        <translation>Draft {title}</translation>
    </message>
    <message>
        <source>Another piece</source>
        <translation>Another piece</translation>
    </message>
    <message>
        <source>Close, everything stays a draft</source>
        <translation>Close, everything stays a draft</translation>
    </message>
    <message>
        <source>Drafts</source>
        <translation>Drafts</translation>
    </message>
</context>
<context>
    <name>ExchangePage</name>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Make a bundle…</source>
        <translation>Make a bundle…</translation>
    </message>
    <message>
        <source>Importing</source>
        <translation>Importing</translation>
    </message>
    <message>
        <source>Add the card of a site</source>
        <translation>Add the card of a site</translation>
    </message>
    <message>
        <source>The site is trusted. Bundles can go to it and come from it.</source>
        <translation>The site is trusted. Bundles can go to it and come from it.</translation>
    </message>
    <message>
        <source>Our card to a file</source>
        <translation>Our card to a file</translation>
    </message>
    <message>
        <source>The card is written. Read its fingerprint out when they call: {groups}</source>
        <translation>The card is written. Read its fingerprint out when they call: {groups}</translation>
    </message>
    <message>
        <source>Seal to a file</source>
        <translation>Seal to a file</translation>
    </message>
    <message>
        <source>Sealing</source>
        <translation>Sealing</translation>
    </message>
    <message>
        <source>sealed</source>
        <translation>sealed</translation>
    </message>
    <message>
        <source>ready to be sent</source>
        <translation>ready to be sent</translation>
    </message>
    <message>
        <source>The bundle is {what}, and recorded for whom it is.</source>
        <translation>The bundle is {what}, and recorded for whom it is.</translation>
    </message>
    <message>
        <source>Import a bundle</source>
        <translation>Import a bundle</translation>
    </message>
    <message>
        <source>Sending and fetching</source>
        <translation>Sending and fetching</translation>
    </message>
</context>
<context>
    <name>ExchangeWords</name>
    <message>
        <source>Nothing new: everything from {site} was here already.</source>
        <translation>Nothing new: everything from {site} was here already.</translation>
    </message>
    <message numerus="yes">
        <source>%n record(s) came in</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n was (were) here already</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n field(s) stand side by side</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>From {site}: {what}.</source>
        <translation>From {site}: {what}.</translation>
    </message>
    <message>
        <source>Everything is up to date: nothing to send, nothing to fetch.</source>
        <translation>Everything is up to date: nothing to send, nothing to fetch.</translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) sent</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n bundle(s) fetched</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n receipt(s) came back</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>{what}.</source>
        <translation>{what}.</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>at the registry</source>
        <translation>at the registry</translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>received {moment}</translation>
    </message>
    <message>
        <source>received</source>
        <translation>received</translation>
    </message>
    <message>
        <source>This bundle is not addressed to this site, or it is damaged. Nothing was changed.</source>
        <translation>This bundle is not addressed to this site, or it is damaged. Nothing was changed.</translation>
    </message>
    <message>
        <source>From {site}, made {moment}.</source>
        <translation>From {site}, made {moment}.</translation>
    </message>
    <message>
        <source>The signature is right.</source>
        <translation>The signature is right.</translation>
    </message>
    <message>
        <source>The signature is not right. Ask for it again.</source>
        <translation>The signature is not right. Ask for it again.</translation>
    </message>
    <message>
        <source>This site is not trusted yet: add its card first.</source>
        <translation>This site is not trusted yet: add its card first.</translation>
    </message>
    <message>
        <source>It comes from a practice vault.</source>
        <translation>It comes from a practice vault.</translation>
    </message>
    <message>
        <source>It was imported before; importing it again changes nothing.</source>
        <translation>It was imported before; importing it again changes nothing.</translation>
    </message>
    <message numerus="yes">
        <source>%n piece(s)</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n signal(s)</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message>
        <source>Inside: {what}.</source>
        <translation>Inside: {what}.</translation>
    </message>
</context>
<context>
    <name>FirstRun</name>
    <message>
        <source>Making the vault. This takes a few seconds…</source>
        <translation>Making the vault. This takes a few seconds…</translation>
    </message>
    <message>
        <source>Welcome</source>
        <translation>Welcome</translation>
    </message>
    <message>
        <source>What do you want to do first?</source>
        <translation>What do you want to do first?</translation>
    </message>
    <message>
        <source>A new vault for this site</source>
        <translation>A new vault for this site</translation>
    </message>
    <message>
        <source>For real work. You become its first administrator.</source>
        <translation>For real work. You become its first administrator.</translation>
    </message>
    <message>
        <source>The practice vault</source>
        <translation>The practice vault</translation>
    </message>
    <message>
        <source>With twelve invented cases, marked EXERCISE everywhere. Nothing can go wrong.</source>
        <translation>With twelve invented cases, marked EXERCISE everywhere. Nothing can go wrong.</translation>
    </message>
    <message>
        <source>Open a vault that is already there</source>
        <translation>Open a vault that is already there</translation>
    </message>
    <message>
        <source>Choose its folder on this laptop.</source>
        <translation>Choose its folder on this laptop.</translation>
    </message>
</context>
<context>
    <name>FirstRunFlow</name>
    <message>
        <source>{name}, {role}</source>
        <translation>{name}, {role}</translation>
    </message>
    <message>
        <source>The folder of the vault</source>
        <translation>The folder of the vault</translation>
    </message>
</context>
<context>
    <name>HandoverCard</name>
    <message>
        <source>Handover</source>
        <translation>Handover</translation>
    </message>
    <message>
        <source>No news from colleagues.</source>
        <translation>No news from colleagues.</translation>
    </message>
</context>
<context>
    <name>ImportCard</name>
    <message>
        <source>What this file is</source>
        <translation>What this file is</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>IncomingCard</name>
    <message>
        <source>Came in</source>
        <translation>Came in</translation>
    </message>
    <message>
        <source>Import a file…</source>
        <translation>Import a file…</translation>
    </message>
    <message>
        <source>Nothing came in yet.</source>
        <translation>Nothing came in yet.</translation>
    </message>
    <message>
        <source>From {site}</source>
        <translation>From {site}</translation>
    </message>
    <message numerus="yes">
        <source>%n new</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n side by side</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>IndicatorColumn</name>
    <message>
        <source>Indicators</source>
        <translation>Indicators</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>&amp;Add</translation>
    </message>
    <message>
        <source>What pieces speak of. No score, no verdict.</source>
        <translation>What pieces speak of. No score, no verdict.</translation>
    </message>
    <message>
        <source>List {version}. You decide, the programme does not.</source>
        <translation>List {version}. You decide, the programme does not.</translation>
    </message>
    <message>
        <source>with pieces</source>
        <translation>with pieces</translation>
    </message>
    <message>
        <source>not needed for a child</source>
        <translation>not needed for a child</translation>
    </message>
    <message>
        <source>no pieces yet</source>
        <translation>no pieces yet</translation>
    </message>
    <message>
        <source>Not in this list</source>
        <translation>Not in this list</translation>
    </message>
    <message>
        <source>rests on no piece yet</source>
        <translation>rests on no piece yet</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Rests on {day}</source>
        <translation>Rests on {day}</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Take out</translation>
    </message>
</context>
<context>
    <name>IndicatorModel</name>
    <message>
        <source>not verified</source>
        <translation>not verified</translation>
    </message>
</context>
<context>
    <name>IndicatorPicker</name>
    <message>
        <source>Choose an indicator</source>
        <translation>Choose an indicator</translation>
    </message>
    <message>
        <source>Back to what pieces speak of</source>
        <translation>Back to what pieces speak of</translation>
    </message>
    <message>
        <source>Search in the list</source>
        <translation>Search in the list</translation>
    </message>
    <message>
        <source>debt, phone, scooter…</source>
        <translation>debt, phone, scooter…</translation>
    </message>
    <message>
        <source>Indicators with their source</source>
        <translation>Indicators with their source</translation>
    </message>
    <message>
        <source>List {version}. An indicator proves nothing, and absence excludes nothing.</source>
        <translation>List {version}. An indicator proves nothing, and absence excludes nothing.</translation>
    </message>
</context>
<context>
    <name>KindBox</name>
    <message>
        <source>no choice</source>
        <translation>no choice</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Kind</translation>
    </message>
</context>
<context>
    <name>LockScreen</name>
    <message>
        <source>EXERCISE: no real youths</source>
        <translation>EXERCISE: no real youths</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>Passphrase</source>
        <translation>Passphrase</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Show the passphrase</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Hide the passphrase</translation>
    </message>
    <message>
        <source>One moment…</source>
        <translation>One moment…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>Unlock</translation>
    </message>
    <message>
        <source>version {number}</source>
        <translation>version {number}</translation>
    </message>
    <message>
        <source>code {code}</source>
        <translation>code {code}</translation>
    </message>
    <message>
        <source>Notice in time, together.</source>
        <translation>Notice in time, together.</translation>
    </message>
    <message>
        <source>Locked at {time}. Your draft is safe.</source>
        <translation>Locked at {time}. Your draft is safe.</translation>
    </message>
    <message>
        <source>Locked at {time}.</source>
        <translation>Locked at {time}.</translation>
    </message>
</context>
<context>
    <name>LockWarning</name>
    <message numerus="yes">
        <source>Baken locks in %n seconds. Drafts are kept. Move the mouse to stay.</source>
        <translation><numerusform>Baken locks in %n second. Drafts are kept. Move the mouse to stay.</numerusform><numerusform>Baken locks in %n seconds. Drafts are kept. Move the mouse to stay.</numerusform></translation>
    </message>
</context>
<context>
    <name>LookBar</name>
    <message>
        <source>Language</source>
        <translation>Language</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Smaller text</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Larger text</translation>
    </message>
    <message>
        <source>Light screen</source>
        <translation>Light screen</translation>
    </message>
    <message>
        <source>Dark screen</source>
        <translation>Dark screen</translation>
    </message>
</context>
<context>
    <name>LookPopup</name>
    <message>
        <source>Language, text size, dark</source>
        <translation>Language, text size, dark</translation>
    </message>
</context>
<context>
    <name>MadeCard</name>
    <message>
        <source>The vault is ready.</source>
        <translation>The vault is ready.</translation>
    </message>
    <message>
        <source>It lies in {folder}</source>
        <translation>It lies in {folder}</translation>
    </message>
    <message>
        <source>Unlock as: {names}</source>
        <translation>Unlock as: {names}</translation>
    </message>
    <message>
        <source>Passphrase: {passphrase}</source>
        <translation>Passphrase: {passphrase}</translation>
    </message>
    <message>
        <source>Everybody may know this passphrase: the practice vault holds no real child.</source>
        <translation>Everybody may know this passphrase: the practice vault holds no real child.</translation>
    </message>
    <message>
        <source>Nobody can look up your passphrase for you. Make a copy of the folder part of your backup.</source>
        <translation>Nobody can look up your passphrase for you. Make a copy of the folder part of your backup.</translation>
    </message>
    <message>
        <source>To the lock screen</source>
        <translation>To the lock screen</translation>
    </message>
</context>
<context>
    <name>MakeCard</name>
    <message>
        <source>Make a bundle</source>
        <translation>Make a bundle</translation>
    </message>
    <message>
        <source>&amp;For</source>
        <translation>&amp;For</translation>
    </message>
    <message>
        <source>Legal &amp;basis</source>
        <translation>Legal &amp;basis</translation>
    </message>
    <message>
        <source>&amp;Note on the basis</source>
        <translation>&amp;Note on the basis</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>not chosen yet</translation>
    </message>
    <message>
        <source>Signals, with their pieces and the cards of their youths</source>
        <translation>Signals, with their pieces and the cards of their youths</translation>
    </message>
    <message>
        <source>Seal to a file…</source>
        <translation>Seal to a file…</translation>
    </message>
    <message>
        <source>Seal for the registry</source>
        <translation>Seal for the registry</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>There is no signal to pass on yet.</source>
        <translation>There is no signal to pass on yet.</translation>
    </message>
</context>
<context>
    <name>Menu</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Youths</source>
        <translation>Youths</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>Pass on</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Exchange</source>
        <translation>Exchange</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>EXERCISE</source>
        <translation>EXERCISE</translation>
    </message>
    <message>
        <source>Menu</source>
        <translation>Menu</translation>
    </message>
</context>
<context>
    <name>NewVaultForm</name>
    <message>
        <source>Name of the &amp;site</source>
        <translation>Name of the &amp;site</translation>
    </message>
    <message>
        <source>Your &amp;name, to unlock with</source>
        <translation>Your &amp;name, to unlock with</translation>
    </message>
    <message>
        <source>&amp;Passphrase</source>
        <translation>&amp;Passphrase</translation>
    </message>
    <message>
        <source>The same passphrase &amp;again</source>
        <translation>The same passphrase &amp;again</translation>
    </message>
    <message>
        <source>&amp;Folder of the vault</source>
        <translation>&amp;Folder of the vault</translation>
    </message>
    <message>
        <source>Show the passphrase</source>
        <translation>Show the passphrase</translation>
    </message>
    <message>
        <source>Hide the passphrase</source>
        <translation>Hide the passphrase</translation>
    </message>
    <message>
        <source>four words or more that only you know</source>
        <translation>four words or more that only you know</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Make the vault</source>
        <translation>Make the vault</translation>
    </message>
    <message>
        <source>Fill in: {field}.</source>
        <translation>Fill in: {field}.</translation>
    </message>
    <message numerus="yes">
        <source>The passphrase is too short: make it %n characters or more.</source>
        <translation><numerusform>The passphrase is too short: make it %n character or more.</numerusform><numerusform>The passphrase is too short: make it %n characters or more.</numerusform></translation>
    </message>
    <message>
        <source>The two passphrases are not the same.</source>
        <translation>The two passphrases are not the same.</translation>
    </message>
</context>
<context>
    <name>NowTab</name>
    <message>
        <source>Last days</source>
        <translation>Last days</translation>
    </message>
    <message>
        <source>No pieces yet.</source>
        <translation>No pieces yet.</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>New piece</translation>
    </message>
    <message>
        <source>Whole timeline</source>
        <translation>Whole timeline</translation>
    </message>
    <message>
        <source>Signals</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>No signals.</source>
        <translation>No signals.</translation>
    </message>
    <message>
        <source>no facts written yet</source>
        <translation>no facts written yet</translation>
    </message>
    <message>
        <source>{name}, changed {moment}</source>
        <translation>{name}, changed {moment}</translation>
    </message>
    <message>
        <source>Passed on</source>
        <translation>Passed on</translation>
    </message>
    <message>
        <source>Nothing was passed on.</source>
        <translation>Nothing was passed on.</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Missing</translation>
    </message>
    <message>
        <source>Last seen {moment}, {place}</source>
        <translation>Last seen {moment}, {place}</translation>
    </message>
</context>
<context>
    <name>OfferRow</name>
    <message>
        <source>Take over {name}</source>
        <translation>Take over {name}</translation>
    </message>
</context>
<context>
    <name>OutgoingCard</name>
    <message>
        <source>Went out</source>
        <translation>Went out</translation>
    </message>
    <message>
        <source>No bundle was made yet.</source>
        <translation>No bundle was made yet.</translation>
    </message>
    <message>
        <source>To {site}</source>
        <translation>To {site}</translation>
    </message>
</context>
<context>
    <name>PaperPreview</name>
    <message>
        <source>As it prints</source>
        <translation>As it prints</translation>
    </message>
    <message>
        <source>Page before</source>
        <translation>Page before</translation>
    </message>
    <message>
        <source>Next page</source>
        <translation>Next page</translation>
    </message>
    <message>
        <source>{page} of {pages}</source>
        <translation>{page} of {pages}</translation>
    </message>
    <message>
        <source>being made…</source>
        <translation>being made…</translation>
    </message>
</context>
<context>
    <name>PassingEditor</name>
    <message>
        <source>Recipient</source>
        <translation>Recipient</translation>
    </message>
    <message>
        <source>Language of the paper</source>
        <translation>Language of the paper</translation>
    </message>
    <message>
        <source>&amp;Purpose</source>
        <translation>&amp;Purpose</translation>
    </message>
    <message>
        <source>Legal &amp;basis</source>
        <translation>Legal &amp;basis</translation>
    </message>
    <message>
        <source>Note on the basis</source>
        <translation>Note on the basis</translation>
    </message>
    <message>
        <source>&amp;Told to the youth</source>
        <translation>&amp;Told to the youth</translation>
    </message>
    <message>
        <source>for example investigation</source>
        <translation>for example investigation</translation>
    </message>
    <message>
        <source>what, when, in which language</source>
        <translation>what, when, in which language</translation>
    </message>
    <message>
        <source>for example: guardian agrees</source>
        <translation>for example: guardian agrees</translation>
    </message>
    <message>
        <source>not chosen yet</source>
        <translation>not chosen yet</translation>
    </message>
    <message>
        <source>Te&amp;xt for {recipient}</source>
        <translation>Te&amp;xt for {recipient}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>No legal basis chosen yet; the paper says so.</source>
        <translation>No legal basis chosen yet; the paper says so.</translation>
    </message>
    <message>
        <source>Left out, but still in the text: {words}</source>
        <translation>Left out, but still in the text: {words}</translation>
    </message>
</context>
<context>
    <name>PassingPage</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Passing on</source>
        <translation>Passing on</translation>
    </message>
    <message>
        <source>Signal about {names}</source>
        <translation>Signal about {names}</translation>
    </message>
    <message>
        <source>Save as PDF</source>
        <translation>Save as PDF</translation>
    </message>
    <message>
        <source>The paper is saved, and recorded to whom it goes.</source>
        <translation>The paper is saved, and recorded to whom it goes.</translation>
    </message>
</context>
<context>
    <name>PieceColumn</name>
    <message>
        <source>Pieces</source>
        <translation>Pieces</translation>
    </message>
    <message>
        <source>Search in pieces</source>
        <translation>Search in pieces</translation>
    </message>
    <message>
        <source>Pieces, space ticks</source>
        <translation>Pieces, space ticks</translation>
    </message>
</context>
<context>
    <name>PiecePage</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>Piece</translation>
    </message>
</context>
<context>
    <name>PieceRow</name>
    <message>
        <source>withdrawn</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>Seen or heard</source>
        <translation>Seen or heard</translation>
    </message>
    <message>
        <source>The youth's own words</source>
        <translation>The youth's own words</translation>
    </message>
</context>
<context>
    <name>PieceView</name>
    <message>
        <source>&amp;Correct…</source>
        <translation>&amp;Correct…</translation>
    </message>
    <message>
        <source>&amp;Withdraw…</source>
        <translation>&amp;Withdraw…</translation>
    </message>
    <message>
        <source>Withdrawn by {name}: {why}</source>
        <translation>Withdrawn by {name}: {why}</translation>
    </message>
    <message>
        <source>source protected</source>
        <translation>source protected</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>two corrections side by side</source>
        <translation>two corrections side by side</translation>
    </message>
    <message>
        <source>Seen or heard</source>
        <translation>Seen or heard</translation>
    </message>
    <message>
        <source>The youth's own words</source>
        <translation>The youth's own words</translation>
    </message>
    <message>
        <source>What the mentor thinks</source>
        <translation>What the mentor thinks</translation>
    </message>
    <message>
        <source>Earlier version, {name}, {moment}</source>
        <translation>Earlier version, {name}, {moment}</translation>
    </message>
    <message>
        <source>Recorded by</source>
        <translation>Recorded by</translation>
    </message>
    <message>
        <source>Corrected by</source>
        <translation>Corrected by</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>Why</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>Place</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Names</translation>
    </message>
    <message>
        <source>Clock</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>the clock of that laptop is doubtful</source>
        <translation>the clock of that laptop is doubtful</translation>
    </message>
    <message>
        <source>Open the signal</source>
        <translation>Open the signal</translation>
    </message>
</context>
<context>
    <name>QuoteFrame</name>
    <message>
        <source>In the youth's own words</source>
        <translation>In the youth's own words</translation>
    </message>
    <message>
        <source>‘…’</source>
        <translation>‘…’</translation>
    </message>
    <message>
        <source>The same words in the language in which they were spoken</source>
        <translation>The same words in the language in which they were spoken</translation>
    </message>
    <message>
        <source>as spoken</source>
        <translation>as spoken</translation>
    </message>
    <message>
        <source>Language and who translated</source>
        <translation>Language and who translated</translation>
    </message>
    <message>
        <source>language, who translated</source>
        <translation>language, who translated</translation>
    </message>
</context>
<context>
    <name>RegistryCard</name>
    <message>
        <source>Registry</source>
        <translation>Registry</translation>
    </message>
    <message>
        <source>Send and fetch</source>
        <translation>Send and fetch</translation>
    </message>
    <message>
        <source>This site is not enrolled. Bundles go as files, on a stick.</source>
        <translation>This site is not enrolled. Bundles go as files, on a stick.</translation>
    </message>
    <message>
        <source>last asked {moment}</source>
        <translation>last asked {moment}</translation>
    </message>
    <message>
        <source>not asked yet</source>
        <translation>not asked yet</translation>
    </message>
</context>
<context>
    <name>SearchBox</name>
    <message>
        <source>Youth, room, phone, number plate, words in a piece</source>
        <translation>Youth, room, phone, number plate, words in a piece</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>What was found</translation>
    </message>
    <message>
        <source>Type a name, a number, or the beginning of a word.</source>
        <translation>Type a name, a number, or the beginning of a word.</translation>
    </message>
    <message>
        <source>↑ ↓ choose · Enter opens · Esc goes back</source>
        <translation>↑ ↓ choose · Enter opens · Esc goes back</translation>
    </message>
    <message>
        <source>Nothing was found. Try fewer letters.</source>
        <translation>Nothing was found. Try fewer letters.</translation>
    </message>
</context>
<context>
    <name>SearchModel</name>
    <message>
        <source>Youth</source>
        <translation>Youth</translation>
    </message>
    <message>
        <source>Signal</source>
        <translation>Signal</translation>
    </message>
    <message>
        <source>Older version of a piece</source>
        <translation>Older version of a piece</translation>
    </message>
    <message>
        <source>Piece</source>
        <translation>Piece</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Close</source>
        <translation>Close</translation>
    </message>
</context>
<context>
    <name>ShiftCard</name>
    <message>
        <source>My shift</source>
        <translation>My shift</translation>
    </message>
    <message>
        <source>You have not written anything this shift.</source>
        <translation>You have not written anything this shift.</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>New piece</translation>
    </message>
    <message>
        <source>‘{text}’</source>
        <translation>‘{text}’</translation>
    </message>
    <message>
        <source>{meta} · saved</source>
        <translation>{meta} · saved</translation>
    </message>
</context>
<context>
    <name>SignalBuilder</name>
    <message>
        <source>Signal:</source>
        <translation>Signal:</translation>
    </message>
    <message>
        <source>Where the signal stands</source>
        <translation>Where the signal stands</translation>
    </message>
    <message>
        <source>I don't know</source>
        <translation>I don't know</translation>
    </message>
    <message>
        <source>What do we &amp;see?</source>
        <translation>What do we &amp;see?</translation>
    </message>
    <message>
        <source>facts only</source>
        <translation>facts only</translation>
    </message>
    <message>
        <source>Can there be an&amp;other explanation?</source>
        <translation>Can there be an&amp;other explanation?</translation>
    </message>
    <message>
        <source>What do we not &amp;know yet?</source>
        <translation>What do we not &amp;know yet?</translation>
    </message>
    <message>
        <source>Two people changed this signal at the same time. Both versions were kept.</source>
        <translation>Two people changed this signal at the same time. Both versions were kept.</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Save</translation>
    </message>
    <message>
        <source>Decide and pass on</source>
        <translation>Decide and pass on</translation>
    </message>
    <message>
        <source>about {names}</source>
        <translation>about {names}</translation>
    </message>
    <message>
        <source>saving the draft…</source>
        <translation>saving the draft…</translation>
    </message>
</context>
<context>
    <name>SignalPage</name>
    <message>
        <source>Back</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Build a signal</source>
        <translation>Build a signal</translation>
    </message>
    <message>
        <source>the team of this site can read this</source>
        <translation>the team of this site can read this</translation>
    </message>
    <message>
        <source>saved {moment}</source>
        <translation>saved {moment}</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>draft</translation>
    </message>
    <message>
        <source>draft saved</source>
        <translation>draft saved</translation>
    </message>
    <message>
        <source>The signal is saved.</source>
        <translation>The signal is saved.</translation>
    </message>
</context>
<context>
    <name>SignalsList</name>
    <message>
        <source>Signals</source>
        <translation>Signals</translation>
    </message>
    <message>
        <source>Which signal do you pass on?</source>
        <translation>Which signal do you pass on?</translation>
    </message>
    <message>
        <source>New signal</source>
        <translation>New signal</translation>
    </message>
    <message>
        <source>No signals yet.</source>
        <translation>No signals yet.</translation>
    </message>
    <message>
        <source>about nobody known</source>
        <translation>about nobody known</translation>
    </message>
    <message>
        <source>no facts written yet</source>
        <translation>no facts written yet</translation>
    </message>
    <message>
        <source>{name}, changed {moment}</source>
        <translation>{name}, changed {moment}</translation>
    </message>
    <message>
        <source>from {site}</source>
        <translation>from {site}</translation>
    </message>
</context>
<context>
    <name>SitesCard</name>
    <message>
        <source>Sites</source>
        <translation>Sites</translation>
    </message>
    <message>
        <source>Add a card…</source>
        <translation>Add a card…</translation>
    </message>
    <message>
        <source>Our card to a file…</source>
        <translation>Our card to a file…</translation>
    </message>
    <message>
        <source>No site yet: exchange cards as files and compare fingerprints.</source>
        <translation>No site yet: exchange cards as files and compare fingerprints.</translation>
    </message>
    <message>
        <source>compared by {name}, {moment}</source>
        <translation>compared by {name}, {moment}</translation>
    </message>
    <message>
        <source>ended, ask for a new card</source>
        <translation>ended, ask for a new card</translation>
    </message>
    <message>
        <source>until {day}</source>
        <translation>until {day}</translation>
    </message>
</context>
<context>
    <name>SourceRow</name>
    <message>
        <source>&amp;seen myself</source>
        <translation>&amp;seen myself</translation>
    </message>
    <message>
        <source>&amp;heard from…</source>
        <translation>&amp;heard from…</translation>
    </message>
    <message>
        <source>the youth</source>
        <translation>the youth</translation>
    </message>
    <message>
        <source>somebody else</source>
        <translation>somebody else</translation>
    </message>
    <message>
        <source>a document</source>
        <translation>a document</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>unknown</translation>
    </message>
    <message>
        <source>Heard from</source>
        <translation>Heard from</translation>
    </message>
    <message>
        <source>From whom, by role</source>
        <translation>From whom, by role</translation>
    </message>
    <message>
        <source>who, by role: teacher, roommate…</source>
        <translation>who, by role: teacher, roommate…</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Saved {time}</source>
        <translation>Saved {time}</translation>
    </message>
    <message>
        <source>Everything is saved</source>
        <translation>Everything is saved</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation><numerusform>%n waiting to be sent</numerusform><numerusform>%n waiting to be sent</numerusform></translation>
    </message>
    <message>
        <source>received {moment}</source>
        <translation>received {moment}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel</translation>
    </message>
</context>
<context>
    <name>StrandList</name>
    <message>
        <source>Keep or leave out: {text}</source>
        <translation>Keep or leave out: {text}</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Leave out</translation>
    </message>
    <message>
        <source>seen or heard</source>
        <translation>seen or heard</translation>
    </message>
    <message>
        <source>the youth's own words</source>
        <translation>the youth's own words</translation>
    </message>
    <message>
        <source>what the mentor thinks</source>
        <translation>what the mentor thinks</translation>
    </message>
    <message>
        <source>source protected, left out unless you keep it</source>
        <translation>source protected, left out unless you keep it</translation>
    </message>
    <message>
        <source>left out unless you keep it</source>
        <translation>left out unless you keep it</translation>
    </message>
</context>
<context>
    <name>ThoughtFrame</name>
    <message>
        <source>What do you think?</source>
        <translation>What do you think?</translation>
    </message>
    <message>
        <source>stays apart, is not passed on</source>
        <translation>stays apart, is not passed on</translation>
    </message>
</context>
<context>
    <name>TimelineChart</name>
    <message>
        <source>Behaviour</source>
        <translation>Behaviour</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Moving</translation>
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
        <translation>Missing</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Timeline</translation>
    </message>
    <message>
        <source>Arrow keys choose; F6 shows the same as a list.</source>
        <translation>Arrow keys choose; F6 shows the same as a list.</translation>
    </message>
    <message>
        <source>before arrival</source>
        <translation>before arrival</translation>
    </message>
    <message>
        <source>now</source>
        <translation>now</translation>
    </message>
</context>
<context>
    <name>TimelineList</name>
    <message>
        <source>Timeline as a list</source>
        <translation>Timeline as a list</translation>
    </message>
</context>
<context>
    <name>TimelineModel</name>
    <message>
        <source>{when}, before arrival</source>
        <translation>{when}, before arrival</translation>
    </message>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>About</source>
        <translation>About</translation>
    </message>
    <message>
        <source>What</source>
        <translation>What</translation>
    </message>
    <message>
        <source>Moving</source>
        <translation>Moving</translation>
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
        <translation>Missing</translation>
    </message>
    <message>
        <source>Behaviour</source>
        <translation>Behaviour</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>All</source>
        <translation>All</translation>
    </message>
    <message>
        <source>Own words only</source>
        <translation>Own words only</translation>
    </message>
    <message>
        <source>Seen</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Heard</source>
        <translation>Heard</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Show: {what}</translation>
    </message>
    <message>
        <source>Look closer</source>
        <translation>Look closer</translation>
    </message>
    <message>
        <source>Look from further away</source>
        <translation>Look from further away</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Earlier</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>List</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Drawing</source>
        <translation>Drawing</translation>
    </message>
</context>
<context>
    <name>TodayPage</name>
    <message>
        <source>Today</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>cannot be read, kept as it is</source>
        <translation>cannot be read, kept as it is</translation>
    </message>
    <message>
        <source>signal</source>
        <translation>signal</translation>
    </message>
</context>
<context>
    <name>TodayWords</name>
    <message>
        <source>Night of {evening} to {morning}</source>
        <translation>Night of {evening} to {morning}</translation>
    </message>
    <message>
        <source>Not back. Last seen {moment}, {place}.</source>
        <translation>Not back. Last seen {moment}, {place}.</translation>
    </message>
    <message>
        <source>Not back. Last seen {moment}.</source>
        <translation>Not back. Last seen {moment}.</translation>
    </message>
    <message>
        <source>An answer from {recipient} is overdue.</source>
        <translation>An answer from {recipient} is overdue.</translation>
    </message>
    <message>
        <source>Two corrections of one piece stand side by side. Compare them.</source>
        <translation>Two corrections of one piece stand side by side. Compare them.</translation>
    </message>
    <message>
        <source>Two colleagues changed the same thing. Both versions stand side by side.</source>
        <translation>Two colleagues changed the same thing. Both versions stand side by side.</translation>
    </message>
    <message>
        <source>promised by {date}</source>
        <translation>promised by {date}</translation>
    </message>
    <message>
        <source>open disappearance</source>
        <translation>open disappearance</translation>
    </message>
    <message>
        <source>nothing was lost</source>
        <translation>nothing was lost</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compare</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>place, no youth named yet</source>
        <translation>place, no youth named yet</translation>
    </message>
    <message>
        <source>corrected</source>
        <translation>corrected</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>withdrawn</translation>
    </message>
    <message>
        <source>draft, saved {time}</source>
        <translation>draft, saved {time}</translation>
    </message>
    <message>
        <source>since {moment}</source>
        <translation>since {moment}</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Search</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Search youth, room, phone, plate</source>
        <translation>Search youth, room, phone, plate</translation>
    </message>
    <message>
        <source>Language, text size, dark</source>
        <translation>Language, text size, dark</translation>
    </message>
    <message>
        <source>Another</source>
        <translation>Another</translation>
    </message>
    <message>
        <source>New piece</source>
        <translation>New piece</translation>
    </message>
</context>
<context>
    <name>TrustCard</name>
    <message>
        <source>Is this really their card?</source>
        <translation>Is this really their card?</translation>
    </message>
    <message>
        <source>The card says: {name}, fingerprint {groups}</source>
        <translation>The card says: {name}, fingerprint {groups}</translation>
    </message>
    <message>
        <source>Call the site on a number that you know already and let them read out the last two groups.</source>
        <translation>Call the site on a number that you know already and let them read out the last two groups.</translation>
    </message>
    <message>
        <source>&amp;Last two groups, as they read them out</source>
        <translation>&amp;Last two groups, as they read them out</translation>
    </message>
    <message>
        <source>&amp;How did you compare it?</source>
        <translation>&amp;How did you compare it?</translation>
    </message>
    <message>
        <source>for example: called the lead, or met in person</source>
        <translation>for example: called the lead, or met in person</translation>
    </message>
    <message>
        <source>Compared whole, in person, as written beside</source>
        <translation>Compared whole, in person, as written beside</translation>
    </message>
    <message>
        <source>Trust this site</source>
        <translation>Trust this site</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
    <message>
        <source>That is not the same. Don't trust this card; ask again.</source>
        <translation>That is not the same. Don't trust this card; ask again.</translation>
    </message>
    <message>
        <source>last two groups read out and typed</source>
        <translation>last two groups read out and typed</translation>
    </message>
</context>
<context>
    <name>Unlocked</name>
    <message>
        <source>Opening the vault</source>
        <translation>Opening the vault</translation>
    </message>
</context>
<context>
    <name>WhenField</name>
    <message>
        <source>When</source>
        <translation>When</translation>
    </message>
    <message>
        <source>for example yesterday 23:40</source>
        <translation>for example yesterday 23:40</translation>
    </message>
    <message>
        <source>that is still to come</source>
        <translation>that is still to come</translation>
    </message>
    <message>
        <source>morning or evening?</source>
        <translation>morning or evening?</translation>
    </message>
    <message>
        <source>that date was another day of the week</source>
        <translation>that date was another day of the week</translation>
    </message>
    <message>
        <source>not understood yet</source>
        <translation>not understood yet</translation>
    </message>
    <message>
        <source>when was it?</source>
        <translation>when was it?</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>just now</translation>
    </message>
    <message numerus="yes">
        <source>%n minute(s) ago</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s) ago</source>
        <translation type="unfinished">
            <numerusform />
            <numerusform />
        </translation>
    </message>
</context>
<context>
    <name>Window</name>
    <message>
        <source>Baken · EXERCISE</source>
        <translation>Baken · EXERCISE</translation>
    </message>
</context>
<context>
    <name>WithdrawBar</name>
    <message>
        <source>&amp;Why should it no longer count? It stays visible.</source>
        <translation>&amp;Why should it no longer count? It stays visible.</translation>
    </message>
    <message>
        <source>Why should it no longer count?</source>
        <translation>Why should it no longer count?</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>Withdraw</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Leave it</translation>
    </message>
</context>
<context>
    <name>WithheldBox</name>
    <message>
        <source>Not passed on</source>
        <translation>Not passed on</translation>
    </message>
    <message>
        <source>the piece of {day}</source>
        <translation>the piece of {day}</translation>
    </message>
    <message>
        <source>words of the youth</source>
        <translation>words of the youth</translation>
    </message>
    <message>
        <source>what mentors think</source>
        <translation>what mentors think</translation>
    </message>
    <message>
        <source>Nothing: every line goes along.</source>
        <translation>Nothing: every line goes along.</translation>
    </message>
</context>
<context>
    <name>YouthList</name>
    <message>
        <source>Youths</source>
        <translation>Youths</translation>
    </message>
    <message>
        <source>Nobody with these letters.</source>
        <translation>Nobody with these letters.</translation>
    </message>
    <message>
        <source>No youths yet.</source>
        <translation>No youths yet.</translation>
    </message>
    <message>
        <source>{age} years</source>
        <translation>{age} years</translation>
    </message>
    <message>
        <source>mentor {name}</source>
        <translation>mentor {name}</translation>
    </message>
    <message>
        <source>nothing known yet</source>
        <translation>nothing known yet</translation>
    </message>
</context>
<context>
    <name>YouthsPage</name>
    <message>
        <source>Youths</source>
        <translation>Youths</translation>
    </message>
    <message>
        <source>Filter by name, alias or room</source>
        <translation>Filter by name, alias or room</translation>
    </message>
</context>
<context>
    <name>labels</name>
    <message>
        <source>behaviour</source>
        <translation>behaviour</translation>
    </message>
    <message>
        <source>contact</source>
        <translation>contact</translation>
    </message>
    <message>
        <source>things or money</source>
        <translation>things or money</translation>
    </message>
    <message>
        <source>absence</source>
        <translation>absence</translation>
    </message>
    <message>
        <source>statement</source>
        <translation>statement</translation>
    </message>
    <message>
        <source>health</source>
        <translation>health</translation>
    </message>
    <message>
        <source>incident</source>
        <translation>incident</translation>
    </message>
    <message>
        <source>place</source>
        <translation>place</translation>
    </message>
    <message>
        <source>route</source>
        <translation>route</translation>
    </message>
    <message>
        <source>seen myself</source>
        <translation>seen myself</translation>
    </message>
    <message>
        <source>heard from the youth</source>
        <translation>heard from the youth</translation>
    </message>
    <message>
        <source>heard from somebody else</source>
        <translation>heard from somebody else</translation>
    </message>
    <message>
        <source>from a document</source>
        <translation>from a document</translation>
    </message>
    <message>
        <source>source unknown</source>
        <translation>source unknown</translation>
    </message>
    <message>
        <source>consent</source>
        <translation>consent</translation>
    </message>
    <message>
        <source>legal duty</source>
        <translation>legal duty</translation>
    </message>
    <message>
        <source>task in the law</source>
        <translation>task in the law</translation>
    </message>
    <message>
        <source>vital interest</source>
        <translation>vital interest</translation>
    </message>
    <message>
        <source>concept</source>
        <translation>concept</translation>
    </message>
    <message>
        <source>passed on</source>
        <translation>passed on</translation>
    </message>
    <message>
        <source>being followed</source>
        <translation>being followed</translation>
    </message>
    <message>
        <source>not passed on</source>
        <translation>not passed on</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>closed</translation>
    </message>
    <message>
        <source>no</source>
        <translation>no</translation>
    </message>
    <message>
        <source>yes, call first</source>
        <translation>yes, call first</translation>
    </message>
    <message>
        <source>I don't know</source>
        <translation>I don't know</translation>
    </message>
    <message>
        <source>Act</source>
        <translation>Act</translation>
    </message>
    <message>
        <source>Means</source>
        <translation>Means</translation>
    </message>
    <message>
        <source>Purpose</source>
        <translation>Purpose</translation>
    </message>
    <message>
        <source>Vulnerability</source>
        <translation>Vulnerability</translation>
    </message>
    <message>
        <source>Chance of disappearing</source>
        <translation>Chance of disappearing</translation>
    </message>
    <message>
        <source>Signs of harm, apart</source>
        <translation>Signs of harm, apart</translation>
    </message>
    <message>
        <source>strong, says the source</source>
        <translation>strong, says the source</translation>
    </message>
    <message>
        <source>medium, says the source</source>
        <translation>medium, says the source</translation>
    </message>
    <message>
        <source>not graded by the source</source>
        <translation>not graded by the source</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>waiting to be sent</translation>
    </message>
    <message>
        <source>at the registry</source>
        <translation>at the registry</translation>
    </message>
    <message>
        <source>received</source>
        <translation>received</translation>
    </message>
    <message>
        <source>mentor</source>
        <translation>mentor</translation>
    </message>
    <message>
        <source>safeguarding lead</source>
        <translation>safeguarding lead</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>administrator</translation>
    </message>
    <message>
        <source>registry analyst</source>
        <translation>registry analyst</translation>
    </message>
    <message>
        <source>auditor</source>
        <translation>auditor</translation>
    </message>
    <message>
        <source>shift account</source>
        <translation>shift account</translation>
    </message>
    <message>
        <source>erasure</source>
        <translation>erasure</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>phone</translation>
    </message>
    <message>
        <source>number plate</source>
        <translation>number plate</translation>
    </message>
    <message>
        <source>account</source>
        <translation>account</translation>
    </message>
    <message>
        <source>address</source>
        <translation>address</translation>
    </message>
    <message>
        <source>vehicle</source>
        <translation>vehicle</translation>
    </message>
    <message>
        <source>person</source>
        <translation>person</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>Something in this form is not right yet.</source>
        <translation>Something in this form is not right yet.</translation>
    </message>
    <message>
        <source>Look through the fields; what you typed is still there.</source>
        <translation>Look through the fields; what you typed is still there.</translation>
    </message>
    <message>
        <source>This file is damaged or was changed on the way.</source>
        <translation>This file is damaged or was changed on the way.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Ask the sender to make it again.</source>
        <translation>Nothing was taken in. Ask the sender to make it again.</translation>
    </message>
    <message>
        <source>This file is not from Baken, or of a kind that Baken does not read.</source>
        <translation>This file is not from Baken, or of a kind that Baken does not read.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Check that you chose the right file.</source>
        <translation>Nothing was taken in. Check that you chose the right file.</translation>
    </message>
    <message>
        <source>The signatures in this file do not fit together.</source>
        <translation>The signatures in this file do not fit together.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Call the site that should have sent it.</source>
        <translation>Nothing was taken in. Call the site that should have sent it.</translation>
    </message>
    <message>
        <source>This was made with a newer Baken.</source>
        <translation>This was made with a newer Baken.</translation>
    </message>
    <message>
        <source>Nothing was changed. Update Baken, then try again.</source>
        <translation>Nothing was changed. Update Baken, then try again.</translation>
    </message>
    <message>
        <source>The vault cannot be read.</source>
        <translation>The vault cannot be read.</translation>
    </message>
    <message>
        <source>Nothing was changed. Keep the folder and ask the administrator for the backup.</source>
        <translation>Nothing was changed. Keep the folder and ask the administrator for the backup.</translation>
    </message>
    <message>
        <source>This is no longer there.</source>
        <translation>This is no longer there.</translation>
    </message>
    <message>
        <source>Go back and look again; it may have been changed by a colleague.</source>
        <translation>Go back and look again; it may have been changed by a colleague.</translation>
    </message>
    <message>
        <source>The disk does not answer as it should.</source>
        <translation>The disk does not answer as it should.</translation>
    </message>
    <message>
        <source>What was saved before is safe. Save again; if it stays so, call the administrator.</source>
        <translation>What was saved before is safe. Save again; if it stays so, call the administrator.</translation>
    </message>
    <message>
        <source>There is no one to seal this for.</source>
        <translation>There is no one to seal this for.</translation>
    </message>
    <message>
        <source>Choose a site whose card you added and confirmed.</source>
        <translation>Choose a site whose card you added and confirmed.</translation>
    </message>
    <message>
        <source>The registry gave an answer that cannot be trusted.</source>
        <translation>The registry gave an answer that cannot be trusted.</translation>
    </message>
    <message>
        <source>Nothing was taken in; everything still waits here. Tell the registry desk.</source>
        <translation>Nothing was taken in; everything still waits here. Tell the registry desk.</translation>
    </message>
    <message>
        <source>Your account may not do this here.</source>
        <translation>Your account may not do this here.</translation>
    </message>
    <message>
        <source>Ask the administrator of your site.</source>
        <translation>Ask the administrator of your site.</translation>
    </message>
    <message>
        <source>The files on the stick are damaged.</source>
        <translation>The files on the stick are damaged.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Use another stick and ask for the bundle again.</source>
        <translation>Nothing was taken in. Use another stick and ask for the bundle again.</translation>
    </message>
    <message>
        <source>The moment is not clear.</source>
        <translation>The moment is not clear.</translation>
    </message>
    <message>
        <source>Write it like: yesterday 23:40, 13 Nov, or 2h ago.</source>
        <translation>Write it like: yesterday 23:40, 13 Nov, or 2h ago.</translation>
    </message>
    <message>
        <source>That did not work.</source>
        <translation>That did not work.</translation>
    </message>
    <message>
        <source>What was saved is safe. Try once more; if it stays so, call the administrator.</source>
        <translation>What was saved is safe. Try once more; if it stays so, call the administrator.</translation>
    </message>
    <message>
        <source>Name or passphrase is not right.</source>
        <translation>Name or passphrase is not right.</translation>
    </message>
    <message>
        <source>Try again. It takes a little longer each time; you are never locked out.</source>
        <translation>Try again. It takes a little longer each time; you are never locked out.</translation>
    </message>
    <message>
        <source>Wait {seconds} seconds before the next try.</source>
        <translation>Wait {seconds} seconds before the next try.</translation>
    </message>
    <message>
        <source>This keeps others from guessing. Nothing is lost.</source>
        <translation>This keeps others from guessing. Nothing is lost.</translation>
    </message>
    <message>
        <source>Baken is already open on this laptop.</source>
        <translation>Baken is already open on this laptop.</translation>
    </message>
    <message>
        <source>Use the window that is open, or close it first.</source>
        <translation>Use the window that is open, or close it first.</translation>
    </message>
    <message>
        <source>There is no vault in this folder.</source>
        <translation>There is no vault in this folder.</translation>
    </message>
    <message>
        <source>Choose another folder, or make a new vault.</source>
        <translation>Choose another folder, or make a new vault.</translation>
    </message>
    <message>
        <source>No vault was chosen yet.</source>
        <translation>No vault was chosen yet.</translation>
    </message>
    <message>
        <source>Make a new vault, or open the practice vault.</source>
        <translation>Make a new vault, or open the practice vault.</translation>
    </message>
    <message>
        <source>This vault has as many users as it can hold.</source>
        <translation>This vault has as many users as it can hold.</translation>
    </message>
    <message>
        <source>Remove a user first.</source>
        <translation>Remove a user first.</translation>
    </message>
    <message>
        <source>This works in a practice vault only.</source>
        <translation>This works in a practice vault only.</translation>
    </message>
    <message>
        <source>Nothing was changed.</source>
        <translation>Nothing was changed.</translation>
    </message>
    <message>
        <source>This folder is not empty.</source>
        <translation>This folder is not empty.</translation>
    </message>
    <message>
        <source>Choose a new folder; nothing was written.</source>
        <translation>Choose a new folder; nothing was written.</translation>
    </message>
    <message>
        <source>Baken may not write in this folder.</source>
        <translation>Baken may not write in this folder.</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. Call the administrator.</source>
        <translation>What you typed is still on the screen. Call the administrator.</translation>
    </message>
    <message>
        <source>The folder is no longer there.</source>
        <translation>The folder is no longer there.</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. Connect the disk again, then save.</source>
        <translation>What you typed is still on the screen. Connect the disk again, then save.</translation>
    </message>
    <message>
        <source>The disk is full.</source>
        <translation>The disk is full.</translation>
    </message>
    <message>
        <source>What you typed is still on the screen. Make room, then save again.</source>
        <translation>What you typed is still on the screen. Make room, then save again.</translation>
    </message>
    <message>
        <source>This draft is too long to keep.</source>
        <translation>This draft is too long to keep.</translation>
    </message>
    <message>
        <source>Save it as two pieces.</source>
        <translation>Save it as two pieces.</translation>
    </message>
    <message>
        <source>A draft cannot be read.</source>
        <translation>A draft cannot be read.</translation>
    </message>
    <message>
        <source>It stays where it is; nothing was deleted. Tell the administrator.</source>
        <translation>It stays where it is; nothing was deleted. Tell the administrator.</translation>
    </message>
    <message>
        <source>A name is needed.</source>
        <translation>A name is needed.</translation>
    </message>
    <message>
        <source>Type a name and go on.</source>
        <translation>Type a name and go on.</translation>
    </message>
    <message>
        <source>Somebody with this name is already there.</source>
        <translation>Somebody with this name is already there.</translation>
    </message>
    <message>
        <source>Add a letter or the surname.</source>
        <translation>Add a letter or the surname.</translation>
    </message>
    <message>
        <source>A passphrase is needed.</source>
        <translation>A passphrase is needed.</translation>
    </message>
    <message>
        <source>Think of a sentence of four words or more.</source>
        <translation>Think of a sentence of four words or more.</translation>
    </message>
    <message>
        <source>Write what you saw or heard.</source>
        <translation>Write what you saw or heard.</translation>
    </message>
    <message>
        <source>That is the only field that is needed.</source>
        <translation>That is the only field that is needed.</translation>
    </message>
    <message>
        <source>A text is longer than Baken can keep in one piece.</source>
        <translation>A text is longer than Baken can keep in one piece.</translation>
    </message>
    <message>
        <source>Divide it over two pieces; what you typed is still there.</source>
        <translation>Divide it over two pieces; what you typed is still there.</translation>
    </message>
    <message>
        <source>A name or an alias is needed.</source>
        <translation>A name or an alias is needed.</translation>
    </message>
    <message>
        <source>An alias is enough; everything else may stay open.</source>
        <translation>An alias is enough; everything else may stay open.</translation>
    </message>
    <message>
        <source>A V-number has ten digits.</source>
        <translation>A V-number has ten digits.</translation>
    </message>
    <message>
        <source>Correct it, or leave it empty.</source>
        <translation>Correct it, or leave it empty.</translation>
    </message>
    <message>
        <source>Say in a few words why.</source>
        <translation>Say in a few words why.</translation>
    </message>
    <message>
        <source>The reason stays beside the old version.</source>
        <translation>The reason stays beside the old version.</translation>
    </message>
    <message>
        <source>Nothing was changed, so nothing was saved.</source>
        <translation>Nothing was changed, so nothing was saved.</translation>
    </message>
    <message>
        <source>Change something, or go back.</source>
        <translation>Change something, or go back.</translation>
    </message>
    <message>
        <source>A signal rests on at least one piece.</source>
        <translation>A signal rests on at least one piece.</translation>
    </message>
    <message>
        <source>Tick a piece at the left.</source>
        <translation>Tick a piece at the left.</translation>
    </message>
    <message>
        <source>Choose who it is for.</source>
        <translation>Choose who it is for.</translation>
    </message>
    <message>
        <source>Nothing was made yet.</source>
        <translation>Nothing was made yet.</translation>
    </message>
    <message>
        <source>Morning or evening?</source>
        <translation>Morning or evening?</translation>
    </message>
    <message>
        <source>Write it like 07:30 or 19:30.</source>
        <translation>Write it like 07:30 or 19:30.</translation>
    </message>
    <message>
        <source>This moment has yet to come.</source>
        <translation>This moment has yet to come.</translation>
    </message>
    <message>
        <source>A piece is about what was; choose an earlier moment.</source>
        <translation>A piece is about what was; choose an earlier moment.</translation>
    </message>
    <message>
        <source>That date was another day of the week.</source>
        <translation>That date was another day of the week.</translation>
    </message>
    <message>
        <source>Correct the day or the date.</source>
        <translation>Correct the day or the date.</translation>
    </message>
    <message>
        <source>The fingerprint is not the same.</source>
        <translation>The fingerprint is not the same.</translation>
    </message>
    <message>
        <source>Do not trust this card. Call the site on a number that you knew before.</source>
        <translation>Do not trust this card. Call the site on a number that you knew before.</translation>
    </message>
    <message>
        <source>This comes from a site whose card you have not confirmed.</source>
        <translation>This comes from a site whose card you have not confirmed.</translation>
    </message>
    <message>
        <source>Add its card, compare the fingerprint by phone, then try again.</source>
        <translation>Add its card, compare the fingerprint by phone, then try again.</translation>
    </message>
    <message>
        <source>This bundle is for another site.</source>
        <translation>This bundle is for another site.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Give the file back.</source>
        <translation>Nothing was taken in. Give the file back.</translation>
    </message>
    <message>
        <source>This is too much for one bundle.</source>
        <translation>This is too much for one bundle.</translation>
    </message>
    <message>
        <source>Choose fewer signals and make two.</source>
        <translation>Choose fewer signals and make two.</translation>
    </message>
    <message>
        <source>The key for that site has ended.</source>
        <translation>The key for that site has ended.</translation>
    </message>
    <message>
        <source>Ask the site for a new card.</source>
        <translation>Ask the site for a new card.</translation>
    </message>
    <message>
        <source>This is not a valid card of a site.</source>
        <translation>This is not a valid card of a site.</translation>
    </message>
    <message>
        <source>Nothing was added. Ask the site to make its card again.</source>
        <translation>Nothing was added. Ask the site to make its card again.</translation>
    </message>
    <message>
        <source>This file was not sealed for this site.</source>
        <translation>This file was not sealed for this site.</translation>
    </message>
    <message>
        <source>Nothing was taken in. Ask the sender for whom it was made.</source>
        <translation>Nothing was taken in. Ask the sender for whom it was made.</translation>
    </message>
    <message>
        <source>The stick is full.</source>
        <translation>The stick is full.</translation>
    </message>
    <message>
        <source>The bundle still waits here. Make room or use another stick.</source>
        <translation>The bundle still waits here. Make room or use another stick.</translation>
    </message>
    <message>
        <source>The stick was taken out too early.</source>
        <translation>The stick was taken out too early.</translation>
    </message>
    <message>
        <source>The bundle still waits here. Put the stick back and try again.</source>
        <translation>The bundle still waits here. Put the stick back and try again.</translation>
    </message>
    <message>
        <source>The stick cannot be written.</source>
        <translation>The stick cannot be written.</translation>
    </message>
    <message>
        <source>The bundle still waits here. Use another stick.</source>
        <translation>The bundle still waits here. Use another stick.</translation>
    </message>
    <message>
        <source>The address of the registry is not right.</source>
        <translation>The address of the registry is not right.</translation>
    </message>
    <message>
        <source>Ask the registry desk for a new enrolment file.</source>
        <translation>Ask the registry desk for a new enrolment file.</translation>
    </message>
    <message>
        <source>The registry cannot be reached now.</source>
        <translation>The registry cannot be reached now.</translation>
    </message>
    <message>
        <source>Everything still waits here. Try again later.</source>
        <translation>Everything still waits here. Try again later.</translation>
    </message>
    <message>
        <source>The clock of this laptop is {minutes} minutes off.</source>
        <translation>The clock of this laptop is {minutes} minutes off.</translation>
    </message>
    <message>
        <source>Set the clock, then try again. Everything still waits here.</source>
        <translation>Set the clock, then try again. Everything still waits here.</translation>
    </message>
    <message>
        <source>The registry does not accept this laptop.</source>
        <translation>The registry does not accept this laptop.</translation>
    </message>
    <message>
        <source>Everything still waits here. Call the registry desk.</source>
        <translation>Everything still waits here. Call the registry desk.</translation>
    </message>
</context>
</TS>