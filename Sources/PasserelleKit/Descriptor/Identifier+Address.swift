package import PasserelleModel

extension Identifier {
  /// Makes an identifier of an address, for something of which a source gives little more: the last part is
  /// the code, unless the source states one, and what stands before it names the framework.
  ///
  /// Whoever looks for it goes by the address; the name only has to be the same each time.
  ///
  /// - Parameters:
  ///   - address: The address.
  ///   - code: The code that the source states.
  package init?(ofAddress address: String, code: String? = nil) {
    func isMark(_ character: Character) -> Bool { "/#:".contains(character) }
    let whole = address.trimmingEnd(where: isMark)
    let start = whole.firstRange(of: "://")?.upperBound ?? whole.startIndex
    let last = whole.lastIndex(where: isMark).map { whole.index(after: $0) } ?? whole.startIndex
    let space = start < last ? whole[start..<last] : whole[start...]
    let text = code ?? String(whole[last...])
    guard let framework = FrameworkName(folding: String(space)),
      let code = Code(text) ?? Code.named(text)
    else { return nil }
    self.init(framework, code)
  }
}

extension String {
  fileprivate func trimmingEnd(where isMark: (Character) -> Bool) -> Substring {
    var rest = self[...]
    while let last = rest.last, isMark(last) { rest.removeLast() }
    return rest
  }
}
