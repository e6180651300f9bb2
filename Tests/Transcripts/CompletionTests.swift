import Foundation
import Testing

/// What the shell completes, as Bash asks the script that the program prints.
struct CompletionTests {
  @Test(arguments: [
    (["compare", "ie-nq"], "ie-nqf:1"), (["compare", "ie-nqf", ":", "1"], "10"),
    (["equivalents", "ie-nqf:8", "--in", "D"], "DE"), (["list", "ie-"], "ie-nqf"),
    (["show", "is"], "isced-2011:"), (["stats", "--language", "e"], "es"),
    (["co"], "compare"), (["check", "--adapter", "Pl"], "Plain"),
  ])
  func completes(words: [String], candidate: String) throws {
    let place = try Place()
    let found = try Self.candidates(for: words, in: place)

    #expect(found.contains(candidate), "\(found)")
  }

  @Test func whatIsNotThereIsNotCompleted() throws {
    let place = try Place()

    #expect(try Self.candidates(for: ["compare", "xx-nq"], in: place) == [])
    #expect(try Self.candidates(for: ["compare", "ie-nqf", ":", "x"], in: place) == [])
  }

  /// What Bash is told for the last of some words, which it has taken apart at colons.
  private static func candidates(
    for words: [String], in place: borrowing Place
  ) throws -> [String] {
    let script = """
      source <("$0" completions bash)
      COMP_WORDS=("$0" "$@")
      COMP_CWORD=$#
      COMP_LINE="${COMP_WORDS[*]}"
      COMP_POINT=${#COMP_LINE}
      __passerelle_whole_words "$0" "${COMP_WORDS[-1]}" "${COMP_WORDS[-2]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let call = try place.start(["-c", script, Place.program] + words, program: "/bin/bash")
    call.process.waitUntilExit()
    return try String(contentsOf: call.log, encoding: .utf8).split(separator: "\n").map(String.init)
  }
}
