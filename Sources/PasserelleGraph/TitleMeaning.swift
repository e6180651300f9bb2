internal import PasserelleModel

extension GraphReading {
  /// The concepts that a title means: those that have it, each certificate of a country once.
  ///
  /// Registers of programmes and of certificates repeat titles that a framework has at its levels, such
  /// as "Bachelor's degree". If the framework of a country places the title, an entry of a register of
  /// the same country that is at no level yields to it.
  func concepts(meantBy title: String) throws -> [ConceptRecord] {
    let found = try concepts(titled: title)
    let frameworks = try Dictionary(
      uniqueKeysWithValues: Set(found.map(\.id.framework)).map { ($0, try framework($0)) })
    let isRegistered = { (record: ConceptRecord) in
      frameworks[record.id.framework]??.kind == .register
    }
    guard found.count > 1, found.contains(where: isRegistered) else { return found }
    let placed = Set(
      try found.filter { record in
        try links(from: record.id).contains { $0.link.relation == .atLevel }
      }.map(\.id))
    let countries = Set(placed.flatMap { frameworks[$0.framework]??.countries ?? [] })
    return found.filter { record in
      guard isRegistered(record), !placed.contains(record.id) else { return true }
      let own = frameworks[record.id.framework]??.countries ?? []
      return !own.contains { one in
        countries.contains { $0.isWithin(one) || one.isWithin($0) }
      }
    }
  }

  /// Whether a register is a centre's, which says of the papers of a country what it compares them with.
  func isOfCentre(_ register: FrameworkName) throws -> Bool {
    try framework(register)?.kind == .register
      && concepts(of: register).contains { record in
        try links(from: record.id).contains { $0.link.relation == .evaluatedAs }
      }
  }
}
