import CFuzzer
import Foundation

/// The target that is named first, or '--trees' and files; the other arguments are the fuzzer's: folders of inputs, and options.
enum Chosen {
  static let target = CommandLine.arguments.dropFirst().first.flatMap(FuzzTarget.init(rawValue:))
}

if CommandLine.arguments.dropFirst().first == "--trees" {
  Trees.print(CommandLine.arguments.dropFirst(2))
  exit(0)
}
guard Chosen.target != nil else {
  print(FuzzTarget.allCases.map(\.rawValue).joined(separator: "\n"))
  exit(2)
}
var arguments: [UnsafeMutablePointer<CChar>?] =
  (CommandLine.arguments.prefix(1) + CommandLine.arguments.dropFirst(2)).map { strdup($0) } + [nil]
var count = CInt(arguments.count - 1)
arguments.withUnsafeMutableBufferPointer { buffer in
  var start = buffer.baseAddress
  exit(
    LLVMFuzzerRunDriver(&count, &start) { bytes, size in
      Chosen.target?.run(Array(UnsafeBufferPointer(start: bytes, count: size)))
      return 0
    })
}
