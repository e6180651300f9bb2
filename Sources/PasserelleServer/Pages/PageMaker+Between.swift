internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

// What is between two things, and what the library is as a whole.
extension PageMaker {
  func explain(_ desk: Desk) throws -> Content {
    guard let (from, to) = ends else { return .redirect(page.address(.home)) }
    return try reply(try desk.explain(from, to)) { answer in .sheet { answer.sheet(in: $0) } }
  }

  func gap(_ desk: Desk) throws -> Content {
    guard let (from, to) = ends else { return .redirect(page.address(.home)) }
    return try reply(try desk.gap(from: from, to: to)) { answer in .sheet { answer.sheet(in: $0) } }
  }

  func difference(_ desk: Desk) throws -> Content {
    guard let (from, to) = ends else { return .redirect(page.address(.home)) }
    let answer = try desk.diff(from: from, to: to)
    return .sheet { answer.sheet(in: $0) }
  }

  /// The version before one of a framework, if any.
  func superseded(by name: String) throws -> String? {
    try FrameworkName(name).flatMap { try library.graph.framework($0) }?.supersedes?.description
  }

  /// A page has room for some of them; the JSON interface has them all.
  func contradictions(_ desk: Desk) throws -> Content {
    let answer = try desk.contradictions(limit: 200)
    return .sheet { answer.sheet(in: $0) }
  }

  func statistics(_ desk: Desk) throws -> Content {
    let answer = try desk.statistics()
    return .sheet { answer.sheet(in: $0) }
  }

  /// Whether it is known which competences the second of two things asks for.
  func asksForCompetences(_ names: [String], _ desk: Desk) throws -> Bool {
    do {
      return try desk.gap(from: names[0], to: names[1]).answer?.needs.isEmpty == false
    } catch is QuestionError {
      return false
    }
  }

  private var ends: (String, String)? {
    guard let from = page["from"], let to = page["to"] else { return nil }
    return (from, to)
  }
}
