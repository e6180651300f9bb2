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
package struct ConceptRecord: Hashable, Sendable {
  package var concept: Concept
  /// Its place in the order of its framework, lowest first.
  package var order: Int
  package var evidence: Evidence

  package init(concept: Concept, order: Int, evidence: Evidence) {
    self.concept = concept
    self.order = order
    self.evidence = evidence
  }

  package var id: Identifier { concept.id }
}

/// A link as the graph holds it.
package struct LinkRecord: Hashable, Sendable {
  package var link: Link
  package var evidence: Evidence
  /// The framework or mapping set that the link was published with.
  package var publication: FrameworkName?
  /// Whether an end may mean several things: its source names none of the versions that are here.
  package var isOpen = false

  package init(link: Link, evidence: Evidence, publication: FrameworkName? = nil) {
    self.link = link
    self.evidence = evidence
    self.publication = publication
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
