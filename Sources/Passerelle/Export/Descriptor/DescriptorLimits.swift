internal import PasserelleModel

/// What a descriptor has no place for: it is counted as lost, so that what is written reads back as it was.
struct DescriptorLimits {
  /// The statement that the descriptor starts with.
  private var head: Statement?
  /// The concepts that the descriptor has so far: links and notes stand with the last one.
  private var concept: Concept?
  /// What levels are linked to, where they do not say since when.
  private var withoutDays: [Whole: String] = [:]

  private struct Whole: Hashable {
    var relation: Relation
    var to: FrameworkName
  }

  /// The statement as a descriptor can carry it; `nil` if it cannot.
  mutating func carried(_ statement: Statement, countingIn loss: inout LossReport) -> Statement? {
    switch statement {
    case .framework(let framework):
      if framework.authority == nil, let url = framework.authorityURL {
        loss.add("address of an authority that has no name", url)
      }
      if framework.kind == .recognition, framework != framework.asRecognition {
        loss.add("what the recognition of a country has no place for", "\(framework.name)")
      }
      head = statement
    case .mappings, .agreement: head = statement
    case .concept(let concept):
      if case .framework(let framework) = head, framework.kind == .recognition {
        loss.add("concepts of the recognition of a country", "\(concept.id)")
        return nil
      }
      self.concept = concept
    case .link(let link): return carried(link, countingIn: &loss).map { .link($0) }
    case .note(let note) where !isDescribed(note.about):
      loss.add("notes about concepts that are not described", "\(note.about)")
      return nil
    case .name(let name) where !isConcept(name.concept):
      loss.add("names of concepts that are not described", "\(name.concept)")
      return nil
    case .note, .name, .document, .procedure, .profile, .asset: break
    }
    return statement
  }

  private mutating func carried(_ link: Link, countingIn loss: inout LossReport) -> Link? {
    let name = "\(link.from) \(link.relation.rawValue) \(link.to)"
    if let kind = missingPlace(of: link) {
      loss.add(kind, name)
      return nil
    }
    if case .agreement(let agreement) = head {
      if agreement.fillsIn(link) {
        loss.add("declarations that leave out what their agreement says", name)
      }
      if link.relation == .precedent { return link }
    }
    countDays(of: link, named: name, in: &loss)
    var link = link
    if case .framework = head, link.fromURI != nil {
      loss.add("address of the concept that a link stands with", name)
      link.fromURI = nil
    }
    if link.outcome != nil {
      loss.add("outcome of a link that is not a decision", name)
      link.outcome = nil
    }
    return link
  }

  /// Counts the levels that would be given the days of the framework as a whole when they are read again.
  private mutating func countDays(of link: Link, named name: String, in loss: inout LossReport) {
    guard case .framework = head else { return }
    let whole = Whole(relation: link.relation, to: link.to.framework)
    if concept?.kind == .level, link.from == concept?.id {
      if link.validity == Validity() { withoutDays[whole] = name }
    } else if link.from.code == nil, link.validity != Validity(), let level = withoutDays[whole] {
      loss.add("levels that leave out since when their framework is linked", level)
    }
  }

  /// What a link is that has no place here.
  private func missingPlace(of link: Link) -> String? {
    switch head {
    case .agreement:
      switch link.relation {
      case .declaredEquivalent: nil
      case .precedent: link.outcome == nil ? "decisions without an outcome" : nil
      default: "links of an agreement that are not declarations"
      }
    case .framework:
      if !isDescribed(link.from) {
        "links from concepts that are not described"
      } else if link.relation == .precedent {
        "decisions outside an agreement"
      } else {
        nil
      }
    default: nil
    }
  }

  private func isConcept(_ id: Identifier) -> Bool {
    guard case .framework = head else { return false }
    return id == concept?.id
  }

  /// Whether what is said of something has a place: with its concept, or with the publication as a whole.
  private func isDescribed(_ id: Identifier) -> Bool {
    let name: FrameworkName? =
      switch head {
      case .framework(let framework): framework.name
      case .mappings(let mappings): mappings.name
      case .agreement(let agreement): agreement.name
      default: nil
      }
    return id == concept?.id || id == name.map { Identifier($0) }
  }
}

extension Framework {
  /// What a descriptor of the recognition of a country has a place for.
  fileprivate var asRecognition: Framework {
    var plain = Framework(name: name, kind: kind, title: title)
    (plain.countries, plain.licence, plain.source) = (countries, licence, source)
    return plain
  }
}

extension Agreement {
  /// Whether a declaration would be given what the agreement says when it is read again: it is silent
  /// about it, and the agreement is not.
  fileprivate func fillsIn(_ link: Link) -> Bool {
    let isDeclaration = link.relation == .declaredEquivalent
    return (link.parties.isEmpty && !parties.isEmpty)
      || (link.purposes.isEmpty && !purposes.isEmpty)
      || (link.validity == Validity() && validity != Validity())
      || (isDeclaration && !link.validity.hasBeginning && date != nil)
  }
}
