// What an adapter says of a source. Each value is one statement of the contract; how it is written
// there is in `Contract/`.

/// One version of a framework.
///
/// Every statement that follows belongs to it, until the next.
public struct Framework: Hashable, Sendable {
  /// The name, with the version where the descriptor gives one.
  public var name: FrameworkName
  /// What the framework is.
  public var kind: FrameworkKind
  /// The title by language.
  public var title: LocalizedText
  /// What people call it, and it alone: `DQR`.
  public var aliases: [String] = []
  /// What people call it and other frameworks, too: `NQF`.
  ///
  /// An acronym asks which framework is meant where several have it.
  public var acronyms: [String] = []
  /// The countries that it serves.
  public var countries: [CountryCode] = []
  /// The sectors of education that its qualifications are of, where they are not of all.
  public var sectors: [Sector] = []
  /// Who publishes it.
  public var authority: String?
  /// Where the authority is found.
  public var authorityURL: String?
  /// When this version is in force.
  public var validity = Validity()
  /// The version before.
  public var supersedes: FrameworkName?
  /// A global name, where the field has given one.
  public var uri: String?
  /// The licence of the data.
  public var licence: String?
  /// The key of the document that the framework's facts rest on, where they name no other.
  public var source: String?
  /// Whether its links may lead to what is not known here: those of a register do, whose author has
  /// not our other frameworks before him.
  public var isOpen = false

  /// Creates a framework with what it cannot do without.
  public init(name: FrameworkName, kind: FrameworkKind, title: LocalizedText) {
    self.name = name
    self.kind = kind
    self.title = title
  }
}

/// A published set of mappings between frameworks: a correspondence table.
public struct MappingSet: Hashable, Sendable {
  /// The name of the set.
  public var name: FrameworkName
  /// The title by language.
  public var title: LocalizedText
  /// The framework whose concepts are the subjects, where it is one.
  public var from: FrameworkName?
  /// The framework whose concepts are the objects, where it is one.
  public var to: FrameworkName?
  /// The address of the set, if its publisher has given it one.
  public var uri: String?
  /// The address of the framework whose concepts are the subjects, if the source gives one.
  public var fromURI: String?
  /// The address of the framework whose concepts are the objects, in the same way.
  public var toURI: String?
  /// When the set holds.
  public var validity = Validity()
  /// The licence of the data.
  public var licence: String?
  /// The key of the document that the mappings rest on.
  public var source: String?
  /// Whether the mappings may lead to what is not known here.
  public var isOpen = false

  /// Creates a mapping set with what it cannot do without.
  public init(
    name: FrameworkName, title: LocalizedText, from: FrameworkName? = nil, to: FrameworkName? = nil
  ) {
    self.name = name
    self.title = title
    self.from = from
    self.to = to
  }
}

/// A document that statements rest on: evidence.
public struct Document: Hashable, Sendable {
  /// The name by which statements of the same source call it.
  public var key: String
  /// The title, in the language it was published in.
  public var title: String
  /// Who published it.
  public var publisher: String?
  /// When.
  public var date: CalendarDate?
  /// Where it is found.
  public var url: String?
  /// Under which licence it may be used.
  public var licence: String?
  /// Whether an authority published it.
  public var isOfficial = false
  /// Where the text was read, if not in the publication itself.
  public var via: String?
  /// Whether the text was seen; what is only recalled is not.
  public var isVerified = true

  /// Creates a document with what it cannot do without.
  public init(key: String, title: String) {
    self.key = key
    self.title = title
  }
}

/// A level, qualification, occupation group, field: a node of the graph.
public struct Concept: Hashable, Sendable {
  /// The name of the concept.
  ///
  /// Its framework is the one that it belongs to.
  public var id: Identifier
  /// What the concept is.
  public var kind: ConceptKind
  /// Its step in a classification, in the publisher's words: `minor group`.
  public var tier: String?
  /// The preferred label by language.
  public var title: LocalizedText
  /// Other labels by language.
  public var alternatives = LocalizedText()
  /// A global name, where the field has given one.
  public var uri: String?
  /// What its register says of it at present, in the publisher's words: `No longer awarded`.
  public var status: String?
  /// When it is, or was, on offer or in its register.
  public var validity = Validity()
  /// How much learning it stands for, in each way that the source counts.
  public var workloads: [Workload] = []
  /// The sectors of education that award it, where that is not what its framework says of all.
  public var sectors: [Sector] = []
  /// The key of the document that the concept rests on.
  public var source: String?

  /// Creates a concept with what it cannot do without.
  public init(id: Identifier, kind: ConceptKind, title: LocalizedText) {
    self.id = id
    self.kind = kind
    self.title = title
  }
}

/// One claim: a relation between two concepts or frameworks, with its evidence.
public struct Link: Hashable, Sendable {
  /// The subject.
  public var from: Identifier
  /// How the subject stands to the object.
  public var relation: Relation
  /// The object.
  public var to: Identifier
  /// The subject's address, if the source gives one.
  ///
  /// The concept that states it as its `uri` is then meant, whenever that is imported; `from` is a name
  /// for as long as there is none.
  public var fromURI: String?
  /// The object's address, in the same way.
  public var toURI: String?
  /// The key of the document that says so.
  public var source: String?
  /// What a reader must know about this claim.
  public var note = LocalizedText()
  /// Whether the claim was seen in the document; what is only recalled is not.
  public var isVerified = true
  /// How sure the source is of it, where it says so.
  public var confidence: Confidence?
  /// When the claim holds.
  public var validity = Validity()
  /// Who is bound by it, for a declared equivalence; who decided, for a decision.
  public var parties: [String] = []
  /// What it is good for, for a declared equivalence or a decision.
  public var purposes: [Purpose] = []
  /// On which terms, for a declared equivalence or a decision.
  public var conditions: [String] = []
  /// What has to be made up for, for a declared equivalence or a decision.
  public var compensation: [String] = []
  /// What was decided, for a decision.
  public var outcome: Outcome?
  /// When it was decided, for a decision; when it was made, for a mapping.
  public var date: CalendarDate?
  /// Why the mapping is believed, where the source says so.
  public var justification: Justification?
  /// Who made the mapping: names, or addresses of people.
  public var authors: [String] = []
  /// The program that made the mapping.
  public var tool: String?
  /// What else the source says of the claim, by its own names: `subject_source_version: v9`.
  ///
  /// No answer rests on it; a format that has the same names writes it back.
  public var details: [String] = []

  /// Creates a link with what it cannot do without.
  public init(from: Identifier, _ relation: Relation, to: Identifier, source: String? = nil) {
    self.from = from
    self.relation = relation
    self.to = to
    self.source = source
  }
}

/// What is to be said about a framework or a concept.
public struct Note: Hashable, Sendable {
  /// What the note is about.
  public var about: Identifier
  /// The text by language.
  public var text: LocalizedText
  /// The key of the document that says so.
  public var source: String?
  /// Whether it was seen in the document; what is only recalled is not.
  public var isVerified = true
  /// Whether it only helps to know the thing, and changes no answer: a legal basis, a name's source.
  ///
  /// Answers tell their readers all other notes.
  public var isBackground = false

  /// Creates a note with what it cannot do without.
  public init(about: Identifier, text: LocalizedText, source: String? = nil) {
    self.about = about
    self.text = text
    self.source = source
  }
}

/// A statement of any kind.
public enum Statement: Hashable, Sendable {
  /// A framework's version.
  case framework(Framework)
  /// A set of mappings.
  case mappings(MappingSet)
  /// An agreement, a law, a programme, or the decisions of a body.
  case agreement(Agreement)
  /// A document.
  case document(Document)
  /// A concept.
  case concept(Concept)
  /// A link.
  case link(Link)
  /// A note.
  case note(Note)
  /// A further name of a concept.
  case name(Name)
  /// A procedure of recognition.
  case procedure(Procedure)
  /// The profile of a person, which is never stored.
  case profile(Profile)
  /// One thing that the person brings.
  case asset(Asset)
}
