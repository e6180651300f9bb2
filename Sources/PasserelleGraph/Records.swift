package import PasserelleModel

/// What a claim rests on: who states it, where, when, and where it was read.
package struct Evidence: Hashable, Sendable {
  /// The document, with its publisher, date and address.
  package var document: Document?
  /// Where in the input the claim was read.
  package var position: SourcePosition
  /// Whether the claim was seen in the document, and the document itself.
  package var isVerified: Bool

  package init(document: Document?, position: SourcePosition, isVerified: Bool) {
    self.document = document
    self.position = position
    self.isVerified = isVerified
  }

  /// Whether an authority published the document.
  package var isOfficial: Bool { document?.isOfficial ?? false }
}

/// A concept as the graph holds it.
///
/// It never changes, and is shared: an answer names the same few concepts in many places.
package final class ConceptRecord: Hashable, Sendable {
  package let concept: Concept
  /// Its place in the order of its framework, lowest first.
  package let order: Int
  package let evidence: Evidence

  package init(concept: Concept, order: Int, evidence: Evidence) {
    self.concept = concept
    self.order = order
    self.evidence = evidence
  }

  package var id: Identifier { concept.id }

  package static func == (one: ConceptRecord, other: ConceptRecord) -> Bool {
    one === other
      || (one.concept == other.concept && one.order == other.order
        && one.evidence == other.evidence)
  }

  package func hash(into hasher: inout Hasher) { hasher.combine(concept.id) }
}

/// A link as the graph holds it.
///
/// It never changes, and is shared: a question about many levels meets the same links again and again.
package final class LinkRecord: Hashable, Sendable {
  package let link: Link
  package let evidence: Evidence
  /// The framework or mapping set that the link was published with.
  package let publication: FrameworkName?
  /// Whether an end may mean several things: its source names none of the versions that are here.
  package let isOpen: Bool
  /// How firm its evidence is.
  package let grade: EvidenceGrade
  /// The first day that the date of its source covers; `nil` if the source has no date.
  package let sourceDay: Day?

  package init(
    link: Link, evidence: Evidence, publication: FrameworkName? = nil, isOpen: Bool = false
  ) {
    self.link = link
    self.evidence = evidence
    self.publication = publication
    self.isOpen = isOpen
    grade = evidence.grade
    sourceDay = evidence.document?.date?.firstDay
  }

  package static func == (one: LinkRecord, other: LinkRecord) -> Bool {
    one === other
      || (one.link == other.link && one.evidence == other.evidence
        && one.publication == other.publication && one.isOpen == other.isOpen)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(link.from)
    hasher.combine(link.relation)
    hasher.combine(link.to)
    // A body may have decided ten thousand times on one pair: all are of the same three.
    hasher.combine(evidence.position.line)
    hasher.combine(evidence.position.column)
  }
}

/// A procedure of recognition as the graph holds it.
package struct ProcedureRecord: Hashable, Sendable {
  package var procedure: Procedure
  /// The framework of the system that it belongs to.
  package var framework: FrameworkName
  package var evidence: Evidence

  package init(procedure: Procedure, framework: FrameworkName, evidence: Evidence) {
    self.procedure = procedure
    self.framework = framework
    self.evidence = evidence
  }
}

/// A note as the graph holds it.
package struct NoteRecord: Hashable, Sendable {
  package var note: Note
  package var evidence: Evidence

  package init(note: Note, evidence: Evidence) {
    self.note = note
    self.evidence = evidence
  }
}

/// A further name of a concept as the graph holds it.
package struct NameRecord: Hashable, Sendable {
  package var name: Name
  package var evidence: Evidence

  package init(name: Name, evidence: Evidence) {
    self.name = name
    self.evidence = evidence
  }
}

/// An agreement as the graph holds it.
package struct AgreementRecord: Hashable, Sendable {
  package var agreement: Agreement
  package var evidence: Evidence

  package init(agreement: Agreement, evidence: Evidence) {
    self.agreement = agreement
    self.evidence = evidence
  }
}

/// A document as a publication declares it.
package struct DocumentRecord: Hashable, Sendable {
  package var document: Document
  /// Where it is declared.
  package var position: SourcePosition

  package init(document: Document, position: SourcePosition) {
    self.document = document
    self.position = position
  }
}
