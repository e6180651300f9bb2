internal import Foundation
package import Passerelle
package import PasserelleGraph
package import PasserelleModel

/// A statement that was filed as JSON, and is to be made again.
package struct ComparabilityReplay {
  /// What became of it.
  package enum Outcome {
    /// The same bytes.
    case same
    /// What is different now, most telling first.
    case changed([String])
  }

  /// What a statement says of the question.
  private struct Question: Decodable {
    /// The version of its form, under the key that earlier versions of the program used.
    var statement: Int?
    var schema: Int?
    var asOf: String
    var language: String
    var graph: String
    var program: String
    var destination: String
    var purpose: String
    var standing: Standing?

    struct Standing: Decodable {
      var id: String
    }

    enum CodingKeys: String, CodingKey {
      case statement, schema, asOf, language, graph, program, purpose, standing
      case destination = "for"
    }
  }

  private let path: String
  private let bytes: Data
  private let question: Question
  /// The day as of which it holds.
  package let day: Day
  private let subject: Subject

  /// What a statement is about.
  private enum Subject {
    /// A person's profile, in JSON.
    case profile([UInt8])
    /// A type of qualification.
    case standing(String)
  }

  /// Opens a statement.
  ///
  /// - Throws: `SourceFileError` if it cannot be read, or is not a statement.
  package init(path: String) throws {
    guard let bytes = FileManager.default.contents(atPath: path) else {
      throw SourceFileError(path: path, why: "there is no such file, or it may not be read")
    }
    guard let question = try? JSONDecoder().decode(Question.self, from: bytes),
      question.schema ?? question.statement == AnswerSchema.version,
      Purpose(question.purpose) != nil,
      let day = Day(question.asOf),
      let subject = Self.subject(of: question, in: bytes)
    else {
      throw SourceFileError(
        path: path, why: "it is not a statement of comparability in JSON")
    }
    self.path = path
    self.bytes = bytes
    self.question = question
    self.day = day
    self.subject = subject
  }

  private static func subject(of question: Question, in bytes: Data) -> Subject? {
    if let standing = question.standing { return .standing(standing.id) }
    guard let object = try? JSONSerialization.jsonObject(with: bytes) as? [String: Any],
      let profile = object["profile"] as? [String: Any],
      let text = try? JSONSerialization.data(withJSONObject: profile)
    else { return nil }
    return .profile(Array(text))
  }

  /// What the statement was made for.
  package var order: ComparabilityOrder {
    ComparabilityOrder(
      destination: question.destination, purpose: Purpose(question.purpose) ?? .work,
      language: question.language)
  }

  /// The type of qualification that a standing statement is about; `nil` if it is about a person.
  package var standing: String? {
    if case .standing(let id) = subject { id } else { nil }
  }

  /// The profile that it keeps, and what is wrong with it.
  package func record(by source: ProfileSource) -> (ProfileRecord?, [Diagnostic]) {
    guard case .profile(let text) = subject else { return (nil, []) }
    return source.profile(inJSON: text, named: path)
  }

  /// Does what the statement asks for; if that cannot be, the file is wrong, and not the call.
  package func blamingTheFile<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error
      where error is UnknownName || error is UncoveredCountry || error is QuestionError
      || error is LanguageError
    {
      throw SourceFileError(path: path, why: "\(error)")
    }
  }

  /// Holds the statement beside what would be written now.
  package func outcome(beside now: String) -> Outcome {
    guard Data(now.utf8) != bytes, Data("\(now)\n".utf8) != bytes else { return .same }
    let before = try? JSONSerialization.jsonObject(with: bytes, options: .fragmentsAllowed)
    let after = try? JSONSerialization.jsonObject(
      with: Data(now.utf8), options: .fragmentsAllowed)
    let differences = JSONDifference(from: before, to: after).lines
    return .changed(
      differences.isEmpty ? ["the layout of the file, and nothing of what it says"] : differences)
  }
}
