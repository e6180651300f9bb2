import PasserelleKit

extension Reader {
  /// States what belongs to no framework of the file: credentials, organisations, competencies.
  ///
  /// Organisations alone, beside a framework, are its publishers and are named there.
  mutating func stateRegister() throws(Diagnostic) {
    let loose = graph.resources.filter { resource in
      switch resource.kind {
      case .credential, .organisation: true
      case .competency:
        names.identifier(of: resource)?.framework == names.register
      default: false
      }
    }
    let isOrganisationsOnly = loose.allSatisfy { $0.kind == .organisation }
    let hasFrameworks = graph.resources.contains {
      $0.kind == .competencyFramework || $0.kind == .qualificationsFramework
    }
    guard !loose.isEmpty, !(isOrganisationsOnly && hasFrameworks) else { return }
    let hasCredentials = loose.contains {
      if case .credential = $0.kind { true } else { false }
    }
    var register = try openRegister(
      hasCredentials
        ? "Qualifications" : isOrganisationsOnly ? "Organisations" : "Competences",
      as: hasCredentials || isOrganisationsOnly ? .register : .competences)
    for resource in loose {
      try attempt { reader throws(Diagnostic) in
        switch resource.kind {
        case .credential(let name):
          try reader.state(credential: resource, of: name, in: &register)
        case .organisation: try reader.state(organisation: resource.node, in: &register)
        default: try reader.state(concept: resource, as: .competence, in: &register)
        }
      }
    }
  }

  private func openRegister(
    _ contents: String, as kind: FrameworkKind
  ) throws(Diagnostic) -> Register {
    let file = part.name.split(separator: "/").last.map(String.init) ?? part.name
    return try Register(
      Framework(
        name: names.register, kind: kind, title: .english("\(contents) of the CTDL file \(file)")),
      restingOn: [Document(key: "file", title: file)], at: part.position, into: writer)
  }
}
