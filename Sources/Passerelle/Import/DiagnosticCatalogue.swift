package import PasserelleModel

/// What each diagnostic of a descriptor means, and what its author does about it.
///
/// The guide for authorities has the same table, and reports for review tools take their words here.
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

  /// Returns the entry of a kind; nothing where it is no kind of a descriptor.
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
          .wrongType, "A list, a group of keys or a single value stands where another is needed.",
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
        (.badValidity, "The last day is before the first.", "Exchange or mend the dates."),
        (.badTruthValue, "Something else than true or false.", "Write 'true' or 'false'."),
        (.badURL, "The address does not start with http.", "Copy the whole address."),
        (.badConfidence, "The confidence is no number from 0 to 1.", "Write 0.85, or nothing."),
        (.badWorkload, "The workload is not a number with a unit.", "Write '180 ects'."),
        (.badKind, "The kind is not one of the known words.", "Take one from the hint."),
        (.badPurpose, "The purpose is not one of the known words.", "Take one from the hint."),
        (.badOutcome, "The outcome is not one of the known words.", "Take one from the hint."),
        (.badRelation, "The relation is not known.", "Take one from the table of relations."),
      ]),
    Group(
      "Names and codes",
      [
        (
          .badFrameworkName, "The name of a framework has other characters than it may.",
          "Use a-z, 0-9 and hyphens: 'ie-nqf'."
        ),
        (
          .badVersionLabel, "The label of a version has a space or another sign it cannot have.",
          "Use letters and digits, such as the year."
        ),
        (
          .badIdentifier, "What is linked to is not written as framework and code.",
          "Write 'eqf:6'."
        ),
        (
          .badCode, "The code has an invisible character, or is too long.",
          "Type the code again instead of copying it."
        ),
        (
          .missingLevel, "A level is needed, and only the framework is named.",
          "Write 'eqf:6' instead of 'eqf'."
        ),
        (
          .duplicateCode, "Two levels or qualifications have one code.",
          "Give one of them another code."
        ),
        (
          .duplicateFramework, "Two files describe the same framework.",
          "Give one of them another id, or a version of its own."
        ),
        (
          .unknownFramework, "The framework that is linked to is not in the library.",
          "Mend its name, or import it first."
        ),
        (
          .unknownCode, "The framework has no level or qualification with this code.",
          "Take one of the codes in the hint."
        ),
        (
          .unknownWider, "Something belongs below a concept of another list that is not here.",
          "Import the other list as well."
        ),
        (
          .sharedAlias, "The alias is the name of another framework, too.",
          "Write it under 'acronyms'."
        ),
        (
          .replaces, "A framework of this name is there already, and an import replaces it.",
          "Nothing, if that is meant; otherwise choose another id."
        ),
        (
          .unknownPredecessor, "The version that 'supersedes' names is not in the library.",
          "Mend its name, or import it as well."
        ),
        (
          .twoNames, "The framework is there with a version, and without one.",
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
          .missingSource, "A fact names no source, and the file has none for all.",
          "Write 'source: …' at the fact, or at the framework for all."
        ),
        (
          .unknownSource, "The source that is named is not declared.",
          "Declare it under 'sources', or mend its name."
        ),
        (.duplicateSource, "Two sources have one name.", "Give one of them another name."),
        (
          .unusedSource, "Nothing rests on the source.", "Name it where it is used, or delete it."
        ),
        (
          .oldReport, "The referencing rests on a report that is older than ten years.",
          "Look for a newer one, and state what it says beside the old one."
        ),
        (.futureDate, "The source has a date that is still to come.", "Mend the date."),
        (
          .unverifiedFramework, "The framework rests on a source that was not seen.",
          "Declare the document that its levels stand in, and name it as the source."
        ),
      ]),
    Group(
      "Levels and what they are referenced to",
      [
        (
          .nothingReferenced, "No level says where it stands against a reference framework.",
          "Write 'referencedTo' or 'notReferenced'; where nothing is known, add a note."
        ),
        (
          .unreferencedLevel, "One level says nothing of it, and the others do.",
          "Write 'referencedTo' or 'notReferenced', or a note that says why."
        ),
        (
          .unofficialReferencing, "The referencing of a level rests on no official source.",
          "Write 'comparedTo', or name the authority's report if there is one."
        ),
        (
          .unplacedQualification, "A qualification stands at no level.",
          "Write 'level', or a note that says why."
        ),
        (
          .levelOrder, "A higher level is referenced below a lower one.",
          "List the levels lowest first; where it is meant, add a note."
        ),
        (
          .levelGap, "The codes of two levels do not follow each other.",
          "Add what is missing; nothing, if the framework has this gap."
        ),
        (
          .titleAgainstCode, "The title has another number than the code.",
          "Mend the one or the other; nothing, if both are right."
        ),
        (.sameTitle, "Two levels have the same title.", "Give each its own."),
        (
          .againstReferencing,
          "A qualification claims another reference level than its level has.",
          "Look at the source; if it says so, leave it: answers show both."
        ),
      ]),
    Group(
      "The file as a whole",
      [
        (.yaml, "The file is not proper YAML.", "Look at the place and the line above it."),
        (.xml, "The file is not well-formed XML.", "Look at the place and the line above it."),
        (
          .notADescriptor, "The file does not begin as a descriptor.",
          "Begin with 'passerelle: 1', in XML with <passerelle version=\"1\">."
        ),
        (.badVersion, "The version of the format is not known.", "Write 1."),
        (.duplicateKey, "A key stands twice in one place.", "Delete one of them."),
        (.empty, "The file is empty.", "Begin it with 'passerelle new framework'."),
        (.encoding, "The characters of the file cannot be read.", "Save the file as UTF-8."),
        (
          .lineSeparator, "The file has a line break that editors do not count.",
          "Delete it, and type the line break again."
        ),
        (.compressed, "The file is compressed.", "Unpack it first."),
        (.unreadable, "The file cannot be read.", "Look whether you may open it."),
        (
          .noAdapter, "No adapter reads the file.",
          "Look at the ending of its name: .yaml or .xml."
        ),
        (
          .severalAdapters, "Several adapters would read the file.",
          "Choose one with '--adapter NAME'."
        ),
        (.doctype, "The XML has a DOCTYPE.", "Delete that line."),
        (.tag, "The YAML has a tag ('!!…').", "Delete the tag."),
        (.mergeKey, "The YAML has a merge key ('<<').", "Write the keys out."),
        (.unknownAlias, "The YAML repeats ('*…') what is not there.", "Write the value out."),
        (.aliasCycle, "The YAML repeats ('*…') a part within itself.", "Write the value out."),
        (.anchorOnKey, "A key of the YAML has an anchor ('&…').", "Delete the anchor."),
        (.aliasBomb, "The YAML repeats too much by '*…'.", "Write the values out."),
        (.severalDocuments, "The file has a second document ('---').", "Make two files of it."),
        (.complexKey, "A key is a list or a mapping.", "Write a plain word."),
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
        (.recordTooLarge, "One part of the file is too large.", "Divide it."),
        (.tooDeep, "Parts stand in parts too many times.", "Look for a bracket or tag too many."),
        (.tooManyAttributes, "An element has too many attributes.", "Use elements."),
        (.tooManyValues, "The file has too many values.", "Put long lists in CSV."),
        (.tooManyProblems, "The file has more problems than are listed.", "Mend these first."),
        (.outOfMemory, "The machine has no memory left.", "Close other programs."),
        (
          .badStatement, "The adapter has said something that makes no sense.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          .adapterFailed, "The adapter gave up without a word.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          .adapterCrashed, "The adapter broke down; nothing else was harmed.",
          "Report it with your file: no file may do that."
        ),
        (
          .adapterExited, "The adapter ended itself.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          .adapterTooSlow, "The adapter took more time than it may.",
          "Divide the file; if it is small, report it."
        ),
        (
          .adapterOutOfMemory, "The adapter asked for more memory than it may.",
          "Divide the file; if it is small, report it."
        ),
        (
          .noWorker, "The process in which the adapter would run does not start.",
          "Ask whoever looks after the machine; '--in-process' runs it without protection."
        ),
        (
          .adapterFlood, "The adapter said more than anyone can read.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          .adapterBroken, "What the adapter said could not be understood.",
          "Report it: the mistake is in the program, not in your file."
        ),
      ]),
  ]
}
