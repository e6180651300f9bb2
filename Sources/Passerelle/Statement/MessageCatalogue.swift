internal import Foundation
package import PasserelleGraph

/// The words of statements in one language: a file of messages by key, so that anyone can add one.
package struct MessageCatalogue: Sendable {
  /// The language, as its file is named: `en`.
  package let language: String
  private let messages: [String: String]

  /// Reads the messages of a language.
  ///
  /// - Throws: `MessageError` where there is no such language, or its file is broken.
  package init(language: String, in folder: String?) throws(MessageError) {
    let known = folder.map(Self.languages) ?? []
    guard let folder, known.contains(language) else {
      throw .unknownLanguage(language, known: known)
    }
    let path = "\(folder)/\(language).json"
    guard let data = FileManager.default.contents(atPath: path),
      let messages = try? JSONDecoder().decode([String: String].self, from: data)
    else { throw .broken(path) }
    self.language = language
    self.messages = messages
  }

  /// The languages that there are files for.
  package static func languages(in folder: String) -> [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
      .filter { $0.hasSuffix(".json") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// The keys that there are messages for.
  package var keys: Set<String> { Set(messages.keys) }

  /// A message with its values in place; the key itself where there is none.
  package func callAsFunction(_ key: String, _ values: [String: String] = [:]) -> String {
    self(Phrase(key, values))
  }

  package func callAsFunction(_ phrase: Phrase) -> String {
    phrase.filling(messages[phrase.key] ?? phrase.key)
  }
}

/// Why a statement cannot be written in a language.
package enum MessageError: Error, CustomStringConvertible {
  case unknownLanguage(String, known: [String])
  case broken(String)

  package var description: String {
    switch self {
    case .unknownLanguage(let language, let known):
      "there are no messages in '\(language)'; there are: \(known.joined(separator: ", "))"
    case .broken(let path):
      "'\(path)' is not a JSON object of texts"
    }
  }
}
