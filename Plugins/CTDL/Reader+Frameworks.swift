import PasserelleKit

extension Reader {
  private static let read = Node.labels.union(Membership.listing).union(Publisher.read).union([
    "ceterms:ctid", "ceasn:hasChild",
  ])

  /// States a framework with its competencies or levels.
  mutating func state(framework resource: Resource) throws(Diagnostic) {
    let node = resource.node
    guard let name = names.framework(resource.key) else { return }
    let isOfLevels = resource.kind == .qualificationsFramework
    let (titles, others) = node.title().text.firstOfEachLanguage
    guard !titles.isEmpty else {
      throw .error(
        .missingTitle, at: node.position,
        "the framework '\(resource.key.prefix(200).printable)' has no name",
        hint: "frameworks have it as '\(isOfLevels ? "ceterms" : "ceasn"):name'")
    }
    let publisher = Publisher(of: node, in: graph)
    var framework = Framework(
      name: name, kind: isOfLevels ? .qualificationsFramework : .competences, title: titles)
    framework.acronyms =
      others.map(\.text) + node.texts("ceterms:alternateName").entries.map(\.text) + node.codes
    framework.authority = publisher.name
    framework.authorityURL = publisher.page
    framework.validity = publisher.validity
    framework.licence = publisher.licence
    framework.uri = node.uri
    let document = publisher.document(key: name.series, title: titles.preferred ?? "\(name)")
    var register = try Register(
      framework, restingOn: [document], at: node.position, into: writer)
    try describe(resource, as: Identifier(name), in: register)
    let members = membership.members[resource.key] ?? []
    for key in isOfLevels ? membership.inOrder(members) : members {
      guard let member = graph[key] else { continue }
      try attempt { reader throws(Diagnostic) in
        try reader.state(concept: member, as: isOfLevels ? .level : .competence, in: &register)
      }
    }
  }

  /// Keeps what else is said of a framework, and of the schemes that have its levels.
  private func describe(
    _ resource: Resource, as id: Identifier, in register: Register
  ) throws(Diagnostic) {
    let node = resource.node
    let ofSchemes = node.terms.filter { term in
      !node[term].isEmpty
        && node[term].allSatisfy { value in
          graph.key(of: value, in: node).map { membership.schemes[$0] != nil } ?? false
        }
    }
    let publisher = Publisher(of: node, in: graph)
    let read = Self.read.union(ofSchemes).subtracting(publisher.unread)
    try register.describe(id, remainder(of: node, without: read), at: node.position)
    for scheme in (membership.schemesOf[resource.key] ?? []).compactMap({ graph[$0] }) {
      let read = Set(Membership.listing + ["ceterms:inQualificationsFramework"])
      try register.describe(
        id, remainder(of: scheme.node, without: read), at: scheme.node.position)
    }
  }
}
