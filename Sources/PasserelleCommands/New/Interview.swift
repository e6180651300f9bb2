internal import ArgumentParser
internal import Foundation

/// Takes what a command was given, and asks a person at a terminal for the rest.
///
/// An answer that does not do is told why, and asked for again.
struct Interview {
  /// Whether there is anyone to ask.
  private let isAtTerminal = isatty(STDIN_FILENO) == 1 && isatty(STDERR_FILENO) == 1

  /// A value that cannot be done without.
  ///
  /// - Parameters:
  ///   - given: What the option says.
  ///   - question: The question.
  ///   - option: The name of the option.
  ///   - usual: What is taken where there is no answer.
  ///   - read: Makes the value of text.
  /// - Returns: The value.
  /// - Throws: What `read` throws of the option; a usage error where nobody can be asked.
  func one<Value>(
    _ given: String?, _ question: String, _ option: String, usual: String? = nil,
    _ read: (String) throws -> Value
  ) throws -> Value {
    if let given { return try read(given) }
    guard isAtTerminal else {
      guard let usual else { throw Self.missing(option) }
      return try read(usual)
    }
    while true {
      let answer = try ask(question + (usual.map { " [\($0)]" } ?? ""))
      if let value = attempt(read, on: answer.isEmpty ? usual ?? "" : answer) { return value }
    }
  }

  /// A value that may be left out.
  func optional<Value>(
    _ given: String?, _ question: String, _ option: String, _ read: (String) throws -> Value
  ) throws -> Value? {
    if let given { return try read(given) }
    guard isAtTerminal else { return nil }
    while true {
      let answer = try ask(question)
      if answer.isEmpty { return nil }
      if let value = attempt(read, on: answer) { return value }
    }
  }

  /// Values, one at the least; an empty answer ends them.
  func list<Value>(
    _ given: [String], _ question: String, _ option: String, _ read: (String) throws -> Value
  ) throws -> [Value] {
    guard given.isEmpty else { return try given.map(read) }
    guard isAtTerminal else { throw Self.missing(option) }
    var values: [Value] = []
    while true {
      let answer = try ask(values.isEmpty ? question : "One more (Enter: no more)")
      if answer.isEmpty, !values.isEmpty { return values }
      if let value = attempt(read, on: answer) { values.append(value) }
    }
  }

  private func ask(_ question: String) throws -> String {
    Console.prompt("\(question): ")
    guard let answer = readLine() else {
      Console.lines([""])
      throw ValidationError("the answers ended; nothing was written")
    }
    return answer.trimmingCharacters(in: .whitespaces)
  }

  private func attempt<Value>(_ read: (String) throws -> Value, on answer: String) -> Value? {
    do {
      return try read(answer)
    } catch {
      Console.lines(["  \(error)"])
      return nil
    }
  }

  private static func missing(_ option: String) -> ValidationError {
    ValidationError("'\(option)' is required when there is no terminal to ask at")
  }
}
