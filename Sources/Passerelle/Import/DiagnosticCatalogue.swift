/// What each diagnostic of a descriptor means, and what its author does about it.
///
/// The guide for authorities has the same table, and reports for review tools take their words here.
package enum DiagnosticCatalogue {
  /// A kind of diagnostic.
  package struct Entry: Sendable {
    /// The name of the kind.
    package var id: String
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

    fileprivate init(_ title: String, _ rows: [(String, String, String)]) {
      self.title = title
      entries = rows.map { Entry(id: $0.0, meaning: $0.1, advice: $0.2) }
    }
  }

  /// Returns the entry of a kind; nothing where it is no kind of a descriptor.
  package static func entry(_ id: String) -> Entry? {
    groups.lazy.flatMap(\.entries).first { $0.id == id }
  }

  /// All kinds, by what an author meets first.
  package static let groups = [
    Group(
      "A key or a value",
      [
        (
          "unknown-key", "A key is not known at this place.",
          "Look at the near names in the hint; most often it is a typing mistake."
        ),
        ("missing-key", "Something is missing that must be there.", "Add the key."),
        ("empty-value", "A key has no value.", "Write the value, or delete the key."),
        (
          "wrong-type", "A list, a group of keys or a single value stands where another is needed.",
          "Write it as the hint shows."
        ),
        (
          "missing-language", "A text does not say its language.",
          "Write 'title: {en: …}'; in XML xml:lang=\"en\"."
        ),
        (
          "duplicate-language", "A text is given twice in one language.", "Delete one of them."
        ),
        ("bad-language", "The language is not a code.", "Write 'en', 'fr', 'sr-Cyrl'."),
        ("bad-country", "The country is not a code of ISO 3166.", "Write 'IE', or 'GB-SCT'."),
        ("bad-date", "The date is not a date.", "Write 2024, 2024-05 or 2024-05-31."),
        ("bad-validity", "The last day is before the first.", "Exchange or mend the dates."),
        ("bad-truth-value", "Something else than true or false.", "Write 'true' or 'false'."),
        ("bad-url", "The address does not start with http.", "Copy the whole address."),
        ("bad-confidence", "The confidence is no number from 0 to 1.", "Write 0.85, or nothing."),
        ("bad-workload", "The workload is not a number with a unit.", "Write '180 ects'."),
        ("bad-kind", "The kind is not one of the known words.", "Take one from the hint."),
        ("bad-purpose", "The purpose is not one of the known words.", "Take one from the hint."),
        ("bad-outcome", "The outcome is not one of the known words.", "Take one from the hint."),
        ("bad-relation", "The relation is not known.", "Take one from the table of relations."),
      ]),
    Group(
      "Names and codes",
      [
        (
          "bad-framework-name", "The name of a framework has other characters than it may.",
          "Use a-z, 0-9 and hyphens: 'ie-nqf'."
        ),
        (
          "bad-version-label", "The label of a version has a space or another sign it cannot have.",
          "Use letters and digits, such as the year."
        ),
        (
          "bad-identifier", "What is linked to is not written as framework and code.",
          "Write 'eqf:6'."
        ),
        (
          "bad-code", "The code has an invisible character, or is too long.",
          "Type the code again instead of copying it."
        ),
        (
          "missing-level", "A level is needed, and only the framework is named.",
          "Write 'eqf:6' instead of 'eqf'."
        ),
        (
          "duplicate-code", "Two levels or qualifications have one code.",
          "Give one of them another code."
        ),
        (
          "duplicate-framework", "Two files describe the same framework.",
          "Give one of them another id, or a version of its own."
        ),
        (
          "unknown-framework", "The framework that is linked to is not in the library.",
          "Mend its name, or import it first."
        ),
        (
          "unknown-code", "The framework has no level or qualification with this code.",
          "Take one of the codes in the hint."
        ),
        (
          "unknown-wider", "Something belongs below a concept of another list that is not here.",
          "Import the other list as well."
        ),
        (
          "shared-alias", "The alias is the name of another framework, too.",
          "Write it under 'acronyms'."
        ),
        (
          "replaces", "A framework of this name is there already, and an import replaces it.",
          "Nothing, if that is meant; otherwise choose another id."
        ),
        (
          "unknown-predecessor", "The version that 'supersedes' names is not in the library.",
          "Mend its name, or import it as well."
        ),
        (
          "two-names", "The framework is there with a version, and without one.",
          "Give each a version, and remove the one that has none."
        ),
        (
          "not-a-meta-framework", "A level is referenced to a national framework.",
          "Use 'comparedTo' for a comparison of two countries."
        ),
      ]),
    Group(
      "Sources",
      [
        (
          "missing-source", "A fact names no source, and the file has none for all.",
          "Write 'source: …' at the fact, or at the framework for all."
        ),
        (
          "unknown-source", "The source that is named is not declared.",
          "Declare it under 'sources', or mend its name."
        ),
        ("duplicate-source", "Two sources have one name.", "Give one of them another name."),
        (
          "unused-source", "Nothing rests on the source.", "Name it where it is used, or delete it."
        ),
        (
          "old-report", "The referencing rests on a report that is older than ten years.",
          "Look for a newer one, and state what it says beside the old one."
        ),
        ("future-date", "The source has a date that is still to come.", "Mend the date."),
        (
          "unverified-framework", "The framework rests on a source that was not seen.",
          "Declare the document that its levels stand in, and name it as the source."
        ),
      ]),
    Group(
      "Levels and what they are referenced to",
      [
        (
          "nothing-referenced", "No level says where it stands against a reference framework.",
          "Write 'referencedTo' or 'notReferenced'; where nothing is known, add a note."
        ),
        (
          "unreferenced-level", "One level says nothing of it, and the others do.",
          "Write 'referencedTo' or 'notReferenced', or a note that says why."
        ),
        (
          "unofficial-referencing", "The referencing of a level rests on no official source.",
          "Write 'comparedTo', or name the authority's report if there is one."
        ),
        (
          "unplaced-qualification", "A qualification stands at no level.",
          "Write 'level', or a note that says why."
        ),
        (
          "level-order", "A higher level is referenced below a lower one.",
          "List the levels lowest first; where it is meant, add a note."
        ),
        (
          "level-gap", "The codes of two levels do not follow each other.",
          "Add what is missing; nothing, if the framework has this gap."
        ),
        (
          "title-against-code", "The title has another number than the code.",
          "Mend the one or the other; nothing, if both are right."
        ),
        ("same-title", "Two levels have the same title.", "Give each its own."),
        (
          "against-referencing",
          "A qualification claims another reference level than its level has.",
          "Look at the source; if it says so, leave it: answers show both."
        ),
      ]),
    Group(
      "The file as a whole",
      [
        ("yaml", "The file is not proper YAML.", "Look at the place and the line above it."),
        ("xml", "The file is not well-formed XML.", "Look at the place and the line above it."),
        (
          "not-a-descriptor", "The file does not begin as a descriptor.",
          "Begin with 'passerelle: 1', in XML with <passerelle version=\"1\">."
        ),
        ("bad-version", "The version of the format is not known.", "Write 1."),
        ("duplicate-key", "A key stands twice in one place.", "Delete one of them."),
        ("empty", "The file is empty.", "Begin it with 'passerelle new framework'."),
        ("encoding", "The characters of the file cannot be read.", "Save the file as UTF-8."),
        (
          "line-separator", "The file has a line break that editors do not count.",
          "Delete it, and type the line break again."
        ),
        ("compressed", "The file is compressed.", "Unpack it first."),
        ("unreadable", "The file cannot be read.", "Look whether you may open it."),
        (
          "no-adapter", "No adapter reads the file.",
          "Look at the ending of its name: .yaml or .xml."
        ),
        (
          "several-adapters", "Several adapters would read the file.",
          "Choose one with '--adapter NAME'."
        ),
        ("doctype", "The XML has a DOCTYPE.", "Delete that line."),
        ("tag", "The YAML has a tag ('!!…').", "Delete the tag."),
        ("merge-key", "The YAML has a merge key ('<<').", "Write the keys out."),
        ("unknown-alias", "The YAML repeats ('*…') what is not there.", "Write the value out."),
        ("alias-cycle", "The YAML repeats ('*…') a part within itself.", "Write the value out."),
        ("anchor-on-key", "A key of the YAML has an anchor ('&…').", "Delete the anchor."),
        ("alias-bomb", "The YAML repeats too much by '*…'.", "Write the values out."),
        ("several-documents", "The file has a second document ('---').", "Make two files of it."),
        ("complex-key", "A key is a list or a mapping.", "Write a plain word."),
      ]),
    Group(
      "Limits, and the adapter",
      [
        (
          "file-too-large", "The file is larger than a descriptor may be.", "Put long lists in CSV."
        ),
        ("text-too-long", "A text is too long.", "Shorten it."),
        ("name-too-long", "A name is too long.", "Shorten it."),
        ("tag-too-long", "A tag of XML is too long.", "Put long texts into elements."),
        ("record-too-large", "One part of the file is too large.", "Divide it."),
        ("too-deep", "Parts stand in parts too many times.", "Look for a bracket or tag too many."),
        ("too-many-attributes", "An element has too many attributes.", "Use elements."),
        ("too-many-values", "The file has too many values.", "Put long lists in CSV."),
        ("too-many-problems", "The file has more problems than are listed.", "Mend these first."),
        ("out-of-memory", "The machine has no memory left.", "Close other programs."),
        (
          "bad-statement", "The adapter has said something that makes no sense.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          "adapter-failed", "The adapter gave up without a word.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          "adapter-crashed", "The adapter broke down; nothing else was harmed.",
          "Report it with your file: no file may do that."
        ),
        (
          "adapter-exited", "The adapter ended itself.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          "adapter-too-slow", "The adapter took more time than it may.",
          "Divide the file; if it is small, report it."
        ),
        (
          "adapter-out-of-memory", "The adapter asked for more memory than it may.",
          "Divide the file; if it is small, report it."
        ),
        (
          "no-worker", "The process in which the adapter would run does not start.",
          "Ask whoever looks after the machine; '--in-process' runs it without protection."
        ),
        (
          "adapter-flood", "The adapter said more than anyone can read.",
          "Report it: the mistake is in the program, not in your file."
        ),
        (
          "adapter-broken", "What the adapter said could not be understood.",
          "Report it: the mistake is in the program, not in your file."
        ),
      ]),
  ]
}
