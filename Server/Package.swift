// swift-tools-version: 6.2
import PackageDescription

/// The program that serves answers over HTTP.
///
/// It is a package of its own, so that nobody who does not serve fetches what it needs. All that it says is
/// made in the package above.
let package = Package(
  name: "PasserelleServer",
  products: [.executable(name: "passerelle-server", targets: ["PasserelleServerProgram"])],
  dependencies: [
    .package(name: "Passerelle", path: ".."),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
    .package(url: "https://github.com/apple/swift-nio-extras", from: "1.34.1"),
  ],
  targets: [
    // What a program of the same framework can answer at most: see Scripts/server-benchmark.sh.
    .executableTarget(
      name: "ConstantServer",
      dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
      path: "Benchmarks/ConstantServer"),
    .executableTarget(
      name: "PasserelleServerProgram",
      dependencies: [
        .product(name: "PasserelleServer", package: "Passerelle"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
      ],
      swiftSettings: [
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ]),
  ]
)
