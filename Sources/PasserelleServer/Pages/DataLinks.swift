internal import PasserelleAnswers

/// Where programs find what a page says: the same question to the JSON interface.
struct DataLinks {
  let page: PageRequest

  /// The names of the forms with their addresses.
  func all(in say: Language) -> [(String, String)] {
    guard let path else { return [] }
    let items = page.request.query.filter { !PageRequest.ofLink.contains($0.name) }
    return [(say(.json).markupEscaped, PageRequest.address("/v1" + path, items))]
  }

  private var path: String? {
    switch page.route {
    case .search, .compare, .equivalents, .corridor, .frameworks, .atlas, .show: page.route.path
    case .home, .ask, .statement: nil
    }
  }
}
