package import PasserelleModel

/// What each diagnostic of a descriptor means, and what its author can do about it.
///
/// The guide for authorities has the same table, and reports for review tools use the same words.
package enum DiagnosticCatalogue {
  /// A kind of diagnostic.
  package struct Entry: Sendable {
    /// The name of the kind.
    package var id: Diagnostic.ID
    /// What it means, as a sentence.
    package var meaning: String
    /// What to do, as a sentence.
    package var advice: String
  }

  /// A group of kinds.
  package struct Group: Sendable {
    /// What the kinds have in common.
    package var title: String
    package var entries: [Entry]

    fileprivate init(_ title: String, _ rows: [(Diagnostic.ID, String, String)]) {
      self.title = title
      entries = rows.map { Entry(id: $0.0, meaning: $0.1, advice: $0.2) }
    }
  }

  /// Returns the entry of a kind; `nil` if no descriptor gets it.
  package static func entry(_ id: Diagnostic.ID) -> Entry? {
    groups.lazy.flatMap(\.entries).first { $0.id == id }
  }

  /// All kinds, by what an author meets first.
  package static let groups = [
    Group(
      "A key or a value",
      [
        (
          .unknownKey, "A key is not known at this place.",
          "Look at the near names in the hint; most often it is a typing mistake."
        ),
        (.missingKey, "Something is missing that must be there.", "Add the key."),
        (.emptyValue, "A key has no value.", "Write the value, or delete the key."),
        (
          .wrongType,
          "A list, a group of keys or a single value is written where another is needed.",
          "Write it as the hint shows."
        ),
        (
          .missingLanguage, "A text does not say its language.",
          "Write 'title: {en: …}'; in XML xml:lang=\"en\"."
        ),
        (
          .duplicateLanguage, "A text is given twice in one language.", "Delete one of them."
        ),
        (.badLanguage, "The language is not a code.", "Write 'en', 'fr', 'sr-Cyrl'."),
        (.badCountry, "The country is not a code of ISO 3166.", "Write 'IE', or 'GB-SCT'."),
        (.badDate, "The date is not a date.", "Write 2024, 2024-05 or 2024-05-31."),
        (.badValidity, "The last day is before the first.", "Swap or correct the dates."),
        (.badTruthValue, "The value is neither true nor false.", "Write 'true' or 'false'."),
        (.badURL, "The address does not start with http.", "Copy the whole address."),
        (
          .badConfidence, "The confidence is not a number from 0 to 1.",
          "Write a number such as 0.85, or leave it out."
        ),
        (
          .badJustification, "The justification of a mapping is not one of the known words.",
          "Use one of the words in the hint, or leave it out."
        ),
        (.badWorkload, "The workload is not a number with a unit.", "Write '180 ects'."),
        (.badKind, "The kind is not one of the known words.", "Use one of the words in the hint."),
        (
          .badPurpose, "The purpose is not one of the known words.",
          "Use one of the words in the hint."
        ),
        (
          .badOrigin, "The origin of titles is not 'all', a country or the name of a group.",
          "Write 'all', 'KE', 'eu-eea-ch', or 'not eu-eea-ch'."
        ),
        (
          .badSector, "The sector of education is not one of the known words.",
          "Use one of the words in the hint."
        ),
        (
          .badOutcome, "The outcome is not one of the known words.",
          "Use one of the words in the hint."
        ),
        (.badRelation, "The relation is not known.", "Use one from the table of relations."),
      ]),
    Group(
      "Names and codes",
      [
        (
          .badFrameworkName, "The name of a framework has characters that are not allowed.",
          "Use a-z, 0-9 and hyphens: 'ie-nqf'."
        ),
        (
          .badVersionLabel,
          "The label of a version has a space or another character that is not allowed.",
          "Use letters and digits, such as the year."
        ),
        (
          .badIdentifier, "The target of a link is not written as framework and code.",
          "Write 'eqf:6'."
        ),
        (
          .badCode, "The code has an invisible character, or is too long.",
          "Type the code again instead of copying it."
        ),
        (
          .missingLevel, "A level is needed, but only the framework is named.",
          "Write 'eqf:6' instead of 'eqf'."
        ),
        (
          .duplicateCode, "Two levels or qualifications have the same code.",
          "Give one of them another code."
        ),
        (
          .trialName, "The code is of no country, and the name does not say that this is a trial.",
          "Begin the name with 'trial-' and the code, or write the code of the country."
        ),
        (
          .duplicateFramework, "Two files describe the same framework.",
          "Give one of them another id, or its own version."
        ),
        (
          .unknownFramework, "The framework that is linked to is not in the library.",
          "Correct its name, or import it first."
        ),
        (
          .unknownCode, "The framework has no level or qualification with this code.",
          "Use one of the codes in the hint."
        ),
        (
          .openVersion,
          "A framework is linked to without its version, and several versions are in the library.",
          "Name the version: 'in-nsqf@2023:5'."
        ),
        (
          .unknownWider,
          "Something belongs below a concept of another list, which has not been imported.",
          "Import the other list as well."
        ),
        (
          .duplicatePair, "The same link is stated twice.", "Delete one of them; one is kept."
        ),
        (
          .duplicateStatement, "The same note or procedure is stated twice.",
          "Delete one of them; one is kept."
        ),
        (
          .selfReference, "Something is linked to itself; the link is left out.",
          "Correct the target of the link, or delete the link."
        ),
        (
          .cycle, "Links of one kind lead from something back to itself.",
          "Look at each link that is named: one of them is wrong."
        ),
        (
          .sharedAlias, "The alias is also the name of another framework.",
          "Write it under 'acronyms'."
        ),
        (
          .replaces, "A framework of this name already exists, and an import replaces it.",
          "Nothing, if you intend that; otherwise choose another id."
        ),
        (
          .unknownPredecessor, "The version that 'supersedes' names is not in the library.",
          "Correct its name, or import it as well."
        ),
        (
          .unknownScope,
          "A procedure or an agreement is limited to a field, an occupation or a group that is not in the library.",
          "Correct its name: it would never be shown for a case."
        ),
        (
          .twoNames, "The library has the framework both with and without a version.",
          "Give each a version, and remove the one that has none."
        ),
        (
          .notAMetaFramework, "A level is referenced to a national framework.",
          "Use 'comparedTo' for a comparison of two countries."
        ),
      ]),
    Group(
      "Sources",
      [
        (
          .missingSource, "A fact names no source, and the file has no default source.",
          "Write 'source: …' at the fact, or at the framework as the default."
        ),
        (
          .unknownSource, "The source that is named is not declared.",
          "Declare it under 'sources', or correct its name."
        ),
        (.duplicateSource, "Two sources have the same name.", "Give one of them another name."),
        (
          .unusedSource, "No fact is based on the source.",
          "Name it where it is used, or delete it."
        ),
        (
          .oldReport, "The referencing is based on a report that is more than ten years old.",
          "Look for a newer one, and add what it says to the old one."
        ),
        (.futureDate, "The source has a date in the future.", "Correct the date."),
        (
          .unverifiedFramework, "The framework is based on a source that was not seen.",
          "Declare the document that defines its levels, and name it as the source."
        ),
      ]),
    Group(
      "Levels and what they are referenced to",
      [
        (
          .nothingReferenced, "No level is linked to a reference framework.",
          "Write 'referencedTo' or 'notReferenced'; if nothing is known, add a note."
        ),
        (
          .unreferencedLevel, "A level is not linked to a reference framework, but others are.",
          "Write 'referencedTo' or 'notReferenced', or a note that says why."
        ),
        (
          .unofficialReferencing, "The referencing of a level is not based on an official source.",
          "Write 'comparedTo', or name the authority's report if there is one."
        ),
        (
          .unplacedQualification, "A qualification has no level.",
          "Write 'level', or a note that says why."
        ),
        (
          .levelOrder, "A higher level is referenced below a lower one.",
          "List the levels lowest first; if the order is intended, add a note."
        ),
        (
          .levelGap, "The codes of two levels do not follow each other.",
          "Add what is missing; nothing, if the framework has this gap."
        ),
        (
          .titleAgainstCode, "The number in the title differs from the code.",
          "Correct one of them; nothing, if both are right."
        ),
        (.sameTitle, "Two levels have the same title.", "Give each its own title."),
        (
          .againstReferencing,
          "A qualification claims a reference level that differs from that of its level.",
          "Look at the source; if it says so, leave it: answers show both."
        ),
      ]),
    Group(
      "The file as a whole",
      [
        (.yaml, "The file is not valid YAML.", "Look at the place and the line above it."),
        (.xml, "The file is not well-formed XML.", "Look at the place and the line above it."),
        (
          .notADescriptor, "The file does not begin like a descriptor.",
          "Begin with 'passerelle: 1', in XML with <passerelle version=\"1\">."
        ),
        (.badVersion, "The version of the format is not known.", "Write 1."),
        (.duplicateKey, "A key appears twice in the same place.", "Delete one of them."),
        (.empty, "The file is empty.", "Create one with 'passerelle new framework'."),
        (.encoding, "The characters of the file cannot be read.", "Save the file as UTF-8."),
        (
          .lineSeparator, "The file has a line break that editors do not count as one.",
          "Delete it, and type the line break again."
        ),
        (
          .compressed, "The file is compressed.",
          "Unpack it first; ZIP and gzip are read if they are named by themselves."
        ),
        (
          .unreadFormat, "The file is an old spreadsheet, a PDF, a database or the like.",
          "Save it as CSV or as an Excel workbook, and put a map of its columns beside it."
        ),
        (.unreadable, "The file cannot be read.", "Check whether you have permission to open it."),
        (
          .noAdapter, "No adapter reads the file.",
          "Check its file extension, such as .yaml or .xml; '--adapter NAME' says what an adapter misses."
        ),
        (
          .severalAdapters, "Several adapters can read the file.",
          "Choose one with '--adapter NAME'."
        ),
        (
          .severalLayouts, "Two sheets of a workbook have the same classification; one was read.",
          "Nothing, or choose one with '--sheet NAME'."
        ),
        (
          .severalMaps, "Several maps are of tables with these columns.",
          "Choose one with '--map NAME'."
        ),
        (.doctype, "The XML has a DOCTYPE.", "Delete that line."),
        (.tag, "The YAML has a tag ('!!…').", "Delete the tag."),
        (.mergeKey, "The YAML has a merge key ('<<').", "Write the keys out."),
        (
          .unknownAlias, "The YAML repeats ('*…') something that does not exist.",
          "Write the value out."
        ),
        (.aliasCycle, "The YAML repeats ('*…') a part inside itself.", "Write the value out."),
        (.anchorOnKey, "A key of the YAML has an anchor ('&…').", "Delete the anchor."),
        (.aliasBomb, "The YAML repeats too much with '*…'.", "Write the values out."),
        (.severalDocuments, "The file has a second document ('---').", "Split it into two files."),
        (.complexKey, "A key is a list or a mapping.", "Write a plain word."),
      ]),
    Group(
      "Archives and workbooks",
      [
        (.brokenArchive, "The archive or workbook is damaged.", "Get it again, or save it again."),
        (.encrypted, "The archive or workbook has a password.", "Save it without one."),
        (
          .archiveTooLarge, "The archive unpacks to far more than its size, or has too many files.",
          "If it is what it should be, unpack it yourself."
        ),
        (.archivePath, "A name in the archive leads elsewhere.", "Unpack it yourself."),
        (
          .noSuchSheet, "The workbook has no sheet of this name.", "Choose one that the hint lists."
        ),
        (
          .unreadSheet, "No adapter reads some sheets of the workbook; others were read.",
          "Nothing, if they are notes; otherwise put a map beside the workbook."
        ),
        (
          .hiddenCells, "Rows or sheets are hidden.",
          "Delete hidden rows that are not part of the table; name a hidden sheet with '--sheet'."
        ),
        (
          .lostZeros, "A column has codes that begin with zero, and numbers.",
          "Format the column as text, and write the zeros again."
        ),
        (
          .uncomputedFormula, "A formula has no stored value.",
          "Open the workbook in a spreadsheet program, and save it again."
        ),
        (.failedFormula, "A formula shows an error.", "Correct it in the workbook."),
        (
          .tooManyCells, "The sheet has too many rows or cells.",
          "Delete what is far below or beside the table."
        ),
      ]),
    Group(
      "Limits, and the adapter",
      [
        (
          .fileTooLarge, "The file is larger than a descriptor may be.", "Put long lists in CSV."
        ),
        (.textTooLong, "A text is too long.", "Shorten it."),
        (.nameTooLong, "A name is too long.", "Shorten it."),
        (.tagTooLong, "A tag of XML is too long.", "Put long texts into elements."),
        (.recordTooLarge, "One part of the file is too large.", "Split it."),
        (.tooDeep, "Elements are nested too deeply.", "Look for an unclosed bracket or tag."),
        (.tooManyAttributes, "An element has too many attributes.", "Use elements."),
        (.tooManyValues, "The file has too many values.", "Put long lists in CSV."),
        (.tooManyProblems, "The file has more problems than are listed.", "Fix these first."),
        (.outOfMemory, "The machine ran out of memory.", "Close other programs."),
        (
          .badStatement, "The adapter stated something that the contract does not allow.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          .adapterFailed, "The adapter failed without saying why.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          .adapterCrashed, "The adapter crashed; nothing else was affected.",
          "Report it with your file: no file should cause that."
        ),
        (
          .adapterExited, "The adapter exited too early.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          .adapterTooSlow, "The adapter took more time than allowed.",
          "Split the file; if it is small, report it."
        ),
        (
          .adapterOutOfMemory, "The adapter used more memory than allowed.",
          "Split the file; if it is small, report it."
        ),
        (
          .noWorker, "The process that runs the adapter did not start.",
          "Ask the administrator of the machine; '--in-process' runs it without protection."
        ),
        (
          .workerLost, "The process that runs the adapter was killed, or the machine failed it.",
          "Close other programs, and try again; your file is not at fault."
        ),
        (
          .adapterFlood, "The adapter produced too much output.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          .adapterBroken, "The output of the adapter was malformed.",
          "Report it: the mistake is in the program, not in your file."
        ),
      ]),
  ]
}
