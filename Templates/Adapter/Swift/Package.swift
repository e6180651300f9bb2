// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "NewAdapter",
  products: [.library(name: "NewAdapter", type: .dynamic, targets: ["NewAdapter"])],
  dependencies: [.package(name: "Passerelle", path: "../../..")],
  targets: [
    .target(
      name: "NewAdapter",
      dependencies: [.product(name: "PasserelleKit", package: "Passerelle")]),
    .testTarget(
      name: "NewAdapterTests",
      dependencies: [
        "NewAdapter", .product(name: "PasserelleKit", package: "Passerelle"),
        .product(name: "PasserelleTesting", package: "Passerelle"),
      ]),
  ])
