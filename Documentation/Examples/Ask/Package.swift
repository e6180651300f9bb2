// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Ask",
  dependencies: [.package(name: "Passerelle", path: "../../..")],
  targets: [
    .executableTarget(
      name: "Ask", dependencies: [.product(name: "PasserelleAnswers", package: "Passerelle")],
      path: ".", sources: ["main.swift"])
  ])
