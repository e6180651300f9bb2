internal import ArgumentParser
internal import Passerelle
internal import PasserelleAnswers
internal import PasserelleModel
internal import PasserelleStore

/// What a shell completes from the library.
extension CompletionKind {
  /// Concepts: `ie-nqf:8`.
  static let concepts = library { try $0.concepts(startingWith: $1) }
  /// Frameworks: `ie-nqf`.
  static let frameworks = library { try $0.frameworks(startingWith: $1) }
  /// Countries and frameworks: `IE`, `ie-nqf`.
  static let places = library { try $0.places(startingWith: $1) }

  /// The languages of answers.
  static let languages = custom { _, _, _ in
    Locations.standard().languages.map(Language.names) ?? []
  }

  /// The adapters that may be named.
  static let adapters = custom { _, _, _ in
    Set(AdapterLoader(.standard()).candidates().map(\.name)).sorted()
  }

  /// The maps that come with the program.
  static let maps = custom { _, _, _ in BundledMaps(.standard()).maps.map(\.name) }

  /// Asks the library; a shell that asks too much gets nothing, and no message in the middle of a line.
  private static func library(
    _ ask: @escaping @Sendable (Desk, String) throws -> [String]
  ) -> CompletionKind {
    custom { words, _, start in
      var locations = Locations.standard()
      if let option = words.firstIndex(of: "--store"), option + 1 < words.count {
        locations.namedStore = words[option + 1]
      }
      let found = try? Library(at: locations).store.read { graph in
        try ask(Desk(graph, day: .today()), start)
      }
      guard CompletionShell.requesting == .zsh else { return found ?? [] }
      // What follows a colon is a description there.
      return found?.map { $0.replacing(":", with: "\\:") } ?? []
    }
  }
}
