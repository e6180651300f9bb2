// Measures Passerelle beside the physical limits, in the same run, and prints the ratios.
//
//     swift run -c release PasserelleBenchmarks FLOORS [ROUNDS]
//     swift run -c release PasserelleBenchmarks against FLOORS OTHER [ROUNDS]
//
// The second measures beside another build of Passerelle: OTHER is the folder of its programs.
// FLOORS is a folder with the floor programs: `bin/xmlsax`, `bin/yamlev`, `bin/csvscan` and the
// data that `gen_data.py` makes. `make benchmarks` builds both.
import Foundation

let arguments = Array(CommandLine.arguments.dropFirst())
do {
  try run()
} catch {
  FileHandle.standardError.write(Data("PasserelleBenchmarks: \(error)\n".utf8))
  exit(1)
}

func run() throws {
  switch arguments.first {
  case "read" where arguments.count == 3:
    try Workload(rawValue: arguments[1])?.run(on: arguments[2])
  case "import" where arguments.count >= 2:
    let rounds = arguments.count > 2 ? Int(arguments[2]) ?? 7 : 7
    let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    for pair in try ImportPairs(floors: arguments[1], own: own).pairs() {
      try pair.measure(rounds: rounds)
    }
  case "against" where arguments.count >= 3:
    let rounds = arguments.count > 3 ? Int(arguments[3]) ?? 5 : 5
    let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    let pairs = AgainstPairs(floors: arguments[1], other: arguments[2], own: own)
    try Suite.measure(pairs.pairs(), rounds: rounds, into: arguments[1] + "/against.json")
  case "recode" where arguments.count >= 2:
    let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().path
    guard let recode = try RecodePairs(floors: arguments[1], own: own) else {
      print("no pandas in '\(arguments[1])/venv'")
      exit(2)
    }
    for pair in recode.pairs() { try pair.measure(rounds: 7) }
    try recode.show()
  case "chains" where arguments.count == 2:
    let workload = try ChainWorkload(folder: arguments[1])
    try workload.check()
    try workload.measure()
  case let floors?:
    let rounds = arguments.count > 1 ? Int(arguments[1]) ?? 7 : 7
    try Suite(floors: floors, rounds: rounds).run()
  case nil:
    print("usage: PasserelleBenchmarks FLOORS [ROUNDS]")
    exit(2)
  }
}
