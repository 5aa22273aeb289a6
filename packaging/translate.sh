#!/bin/sh
# Brings the sentences of the window into i18n/*.ts and makes the *.qm from them. English holds plural forms only.
# Fails while a sentence has no Dutch.
set -eu
cd "$(dirname "$0")/.."
bin=.venv/bin
update="$bin/pyside6-lupdate -silent -extensions py desktop/baken/gui -locations none -no-obsolete"
$update -ts i18n/baken_nl.ts
$update -pluralonly -ts i18n/baken_en.ts
for language in nl en; do
  $bin/pyside6-lrelease -silent -fail-on-unfinished "i18n/baken_$language.ts" -qm "i18n/baken_$language.qm"
done
