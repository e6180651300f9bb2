internal import PasserelleAnswers
internal import PasserelleModel

// The atlas, and statements of comparability.
extension PageMaker {
  func atlas(_ desk: Desk) throws -> Content {
    let answer = try desk.atlas()
    let framework = page["of"]
    return .sheet { answer.sheet(of: framework, in: $0) }
  }

  func statement(_ desk: Desk) throws -> Content { .redirect(page.address(.home)) }
}
