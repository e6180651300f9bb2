// swift-tools-version: 6.2
import PackageDescription

/// The adapters, each built as a module of its own: a folder in `Plugins/`, a line here.
///
/// The list is written out because a manifest that reads the disk goes stale without a word.
let adapters = [
  "Bundle", "CASE", "CTDL", "Classifications", "Correspondence", "Decisions", "ESCO", "Europass",
  "ISCED", "ISCO", "Ofqual", "OpenBadges", "Plain", "Profiles", "RNCP", "SDMX", "SKOS", "SSSOM",
  "Tabiya",
]

/// What an adapter needs beside the Kit: a parser of its own.
let parsers: [String: Target.Dependency] = [
  "CTDL": "PasserelleRDF", "Europass": "PasserelleCredentials",
  "OpenBadges": "PasserelleCredentials", "SKOS": "PasserelleRDF",
]

/// The adapters whose tests read real data, where it is beside the project.
let readingSharedData: Set = [
  "CASE", "Classifications", "Correspondence", "Europass", "Ofqual", "SSSOM",
]

/// The library of the fuzzer, where `Scripts/fuzz.sh` builds what it feeds.
let fuzzer = Context.environment["PASSERELLE_FUZZER"]

let settings: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
  + (fuzzer == nil ? [] : [.unsafeFlags(["-sanitize=fuzzer", "-enable-testing"])])

/// Links the Swift runtime into a program, which starts in two thirds of the time.
///
/// SwiftPM links all programs of a package in one way or in the other; the libraries that Foundation
/// needs are those that its modules would name if all were linked so.
let wholeRuntime: [LinkerSetting] =
  [.unsafeFlags(["-static-stdlib", "-Xlinker", "--gc-sections"], .when(configuration: .release))]
  + [
    "FoundationInternationalization", "FoundationEssentials", "CoreFoundation", "_FoundationICU",
    "_FoundationCShims", "_FoundationCollections", "swiftDispatch", "dispatch", "BlocksRuntime",
    "swiftSynchronization", "swift_RegexParser", "stdc++",
  ].map { .linkedLibrary($0, .when(platforms: [.linux], configuration: .release)) }

let argumentParser = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let database = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")

/// What is given bytes that nobody has vouched for: to a fuzzer, or again in a test.
let fuzzTargets: [Target.Dependency] =
  (adapters + [
    "Passerelle", "PasserelleAnswers", "PasserelleKit", "PasserelleModel", "PasserelleRDF",
    "PasserelleServer", "PasserelleSigning", "PasserelleTesting", "PasserelleUnpacking",
    "TestSupport",
  ]).map { .init(stringLiteral: $0) }
let fuzzing: [Target] =
  if let fuzzer {
    [
      .target(name: "CFuzzer", path: "Fuzzing/CFuzzer"),
      .executableTarget(
        name: "passerelle-fuzz", dependencies: fuzzTargets + ["CFuzzer"], path: "Fuzzing",
        exclude: ["CFuzzer", "Replay", "Seeds", "Shims"],
        swiftSettings: [.unsafeFlags(["-sanitize=fuzzer"])],
        linkerSettings: [.unsafeFlags([fuzzer]), .linkedLibrary("stdc++")]),
    ]
  } else {
    [
      .testTarget(
        name: "FuzzingTests", dependencies: fuzzTargets, path: "Fuzzing",
        exclude: ["CFuzzer", "Program", "Seeds", "Shims"])
    ]
  }

let package = Package(
  name: "Passerelle",
  products: [
    .executable(name: "passerelle", targets: ["PasserelleProgram"]),
    .executable(name: "passerelle-worker", targets: ["PasserelleWorker"]),
    .library(name: "PasserelleAnswers", targets: ["PasserelleAnswers", "PasserelleModel"]),
    .library(name: "PasserelleServer", targets: ["PasserelleServer"]),
    .library(name: "PasserelleKit", targets: ["PasserelleKit"]),
    .library(name: "PasserelleTesting", targets: ["PasserelleTesting"]),
  ]
    + adapters.map { .library(name: $0, type: .dynamic, targets: [$0]) },
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
  ],
  targets: [
    // What an adapter sees. Nothing here may depend on Foundation: it would triple the time that
    // loading a first module takes.
    .target(name: "CPasserelle"),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .target(name: "CXML", dependencies: ["CLibXML2"]),
    .target(name: "CYAML", dependencies: ["CLibYAML"]),
    // libzip and zlib are loaded when an archive or a workbook is opened, see CZip.
    .target(name: "CZip", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // libxlsxwriter is loaded when a workbook is written, see CXLSX.
    .target(name: "CXLSX", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    // Raptor has no library target: it is loaded when RDF is read, see CRaptor.
    .target(name: "CRaptor", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "PasserelleModel", dependencies: ["CPasserelle"], swiftSettings: settings),
    .target(
      name: "PasserelleKit", dependencies: ["CPasserelle", "CXML", "CYAML", "PasserelleModel"],
      swiftSettings: settings),

    // Reads RDF for the adapters whose dialects are written in it.
    .target(
      name: "PasserelleRDF", dependencies: ["CRaptor", "PasserelleKit"], swiftSettings: settings),
    // Takes credentials out of what they are signed in, without a judgement on any signature.
    .target(
      name: "PasserelleCredentials", dependencies: ["PasserelleKit"], swiftSettings: settings),

    // Opens archives and workbooks, in a worker: an adapter reads what was in them.
    .target(
      name: "PasserelleUnpacking",
      dependencies: ["CXML", "CZip", "PasserelleKit", "PasserelleModel"], swiftSettings: settings),

    // What the host is made of, from the model up. No adapter is among the dependencies: the host
    // meets adapters through `dlopen` only. No parser is either: strangers' input is an adapter's.
    .target(name: "PasserelleGraph", dependencies: ["PasserelleModel"], swiftSettings: settings),
    .target(
      name: "PasserelleStore",
      dependencies: ["CPages", "PasserelleGraph", "PasserelleModel", crypto, database, sqlite],
      swiftSettings: settings),
    // Pages with checksums, between SQLite and its files.
    .target(name: "CPages", dependencies: [sqlite]),
    // What the kernel offers to keep an adapter small; Linux alone.
    .target(name: "CSandbox"),
    .target(
      name: "Passerelle",
      dependencies: [
        "CPasserelle", "CSandbox", "PasserelleGraph", "PasserelleModel", "PasserelleStore", crypto,
      ],
      swiftSettings: settings),
    // Keys, signatures and credentials: it knows no graph, and verifies without any.
    .target(name: "PasserelleSigning", dependencies: [crypto], swiftSettings: settings),
    // One question in, one answer out: what every front end asks, and all words.
    .target(
      name: "PasserelleAnswers",
      dependencies: [
        "CXLSX", "Passerelle", "PasserelleGraph", "PasserelleModel", "PasserelleSigning",
        "PasserelleStore",
      ],
      swiftSettings: settings),
    // The doors of a server, without a socket: a request in, a response out. The program that listens is
    // a package of its own, in `Server/`, so that nobody else fetches what it needs.
    .target(
      name: "PasserelleServer",
      dependencies: [
        "Passerelle", "PasserelleAnswers", "PasserelleGraph", "PasserelleModel", "PasserelleStore",
      ],
      swiftSettings: settings),
    // The command line: it parses, asks, and prints.
    .target(
      name: "PasserelleCommands",
      dependencies: [
        "Passerelle", "PasserelleAnswers", "PasserelleGraph", "PasserelleModel",
        "PasserelleSigning", "PasserelleStore", argumentParser,
      ],
      swiftSettings: settings),
    // The program is called 'passerelle'; a folder of that name would be the host's on some systems.
    .executableTarget(
      name: "PasserelleProgram", dependencies: ["Passerelle", "PasserelleCommands"],
      swiftSettings: settings, linkerSettings: wholeRuntime),
    // Adapters are Swift modules, and need the Swift runtime as a library: they run in this one.
    .executableTarget(
      name: "PasserelleWorker",
      dependencies: [
        "Passerelle", "PasserelleCommands", "PasserelleModel", "PasserelleUnpacking",
      ],
      swiftSettings: settings),

    // The ratio to the floor is what counts: see `Scripts/benchmarks.sh`.
    .executableTarget(
      name: "PasserelleBenchmarks", dependencies: ["PasserelleGraph", "PasserelleKit"],
      path: "Benchmarks/PasserelleBenchmarks"),
    .executableTarget(
      name: "EmptyProgram", dependencies: [argumentParser, crypto, database],
      path: "Benchmarks/EmptyProgram"),

    .target(
      name: "PasserelleTesting", dependencies: ["PasserelleKit"], swiftSettings: settings),

    // The real data that tests of adapters read, where they are beside the project.
    .target(
      name: "SharedData", dependencies: ["PasserelleKit"], path: "Tests/SharedData",
      swiftSettings: settings),
    // A disk in memory that loses power and fails, for the tests of the store.
    .target(name: "FaultyDisk", dependencies: [sqlite], path: "Tests/FaultyDisk"),
    // What the tests of several targets share.
    .target(
      name: "TestSupport", dependencies: ["Passerelle", "PasserelleModel", "PasserelleStore"],
      path: "Tests/TestSupport",
      swiftSettings: settings),
    // What the pages of the adapters in the documentation say, against the adapters themselves.
    .target(
      name: "AdapterPages", dependencies: ["PasserelleKit", "PasserelleTesting"],
      path: "Tests/AdapterPages", swiftSettings: settings),

    .testTarget(
      name: "PasserelleKitTests",
      dependencies: ["PasserelleKit", "PasserelleModel", "TestSupport"]),
    .testTarget(
      name: "PasserelleUnpackingTests",
      dependencies: ["PasserelleModel", "PasserelleUnpacking", "TestSupport"]),
    .testTarget(
      name: "PasserelleTestingTests", dependencies: ["PasserelleKit", "PasserelleTesting"]),
    .testTarget(
      name: "PasserelleGraphTests",
      dependencies: ["PasserelleGraph", "PasserelleModel", "TestSupport"]),
    .testTarget(
      name: "PasserelleStoreTests",
      dependencies: [
        "CPasserelle", "FaultyDisk", "PasserelleGraph", "PasserelleModel", "PasserelleStore",
        "TestSupport", database,
      ]),
    .testTarget(
      name: "PasserelleTests",
      dependencies: [
        "AdapterPages", "Passerelle", "PasserelleGraph", "PasserelleKit", "PasserelleModel",
        "PasserelleProgram", "PasserelleStore", "PasserelleTesting", "PasserelleWorker",
        "TestSupport",
        crypto,
      ]),
    .testTarget(
      name: "PasserelleAnswersTests",
      dependencies: [
        "Passerelle", "PasserelleAnswers", "PasserelleGraph", "PasserelleModel",
        "PasserelleSigning", "PasserelleStore", "TestSupport",
      ]),
    .testTarget(
      name: "PasserelleCommandsTests", dependencies: ["Passerelle", "PasserelleCommands"]),
    .testTarget(name: "PasserelleSigningTests", dependencies: ["PasserelleSigning"]),
    .testTarget(
      name: "PasserelleServerTests",
      dependencies: [
        "Passerelle", "PasserelleAnswers", "PasserelleGraph", "PasserelleModel", "PasserelleRDF",
        "PasserelleServer",
        "PasserelleStore", "TestSupport",
      ]),
    // What the bundled data says. To correct a datum breaks these, and no test of the code.
    .testTarget(
      name: "DataTests",
      dependencies: [
        "Passerelle", "PasserelleAnswers", "PasserelleGraph", "PasserelleModel", "PasserelleStore",
        "TestSupport",
      ]),
    .testTarget(
      name: "TranscriptTests", dependencies: ["PasserelleProgram", "TestSupport"],
      path: "Tests/Transcripts", exclude: ["transcripts"]),
  ]
    + adapters.map { name in
      .target(
        name: name, dependencies: ["PasserelleKit"] + [parsers[name]].compactMap(\.self),
        path: "Plugins/\(name)",
        swiftSettings: settings)
    }
    + adapters.map { name in
      .testTarget(
        name: "\(name)Tests",
        dependencies: [
          .init(stringLiteral: name), "AdapterPages", "PasserelleKit", "PasserelleTesting",
        ] + (readingSharedData.contains(name) ? ["SharedData"] : []),
        path: "Tests/Plugins/\(name)Tests")
    } + fuzzing
)
