// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is built alike: Swift 6 mode, strict memory safety, no warning left.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A layer of the architecture: it imports the layers before it and nothing else.
func layer(_ name: String, _ dependencies: [String]) -> Target {
  .target(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, swiftSettings: strict)
}

func tests(_ name: String, of dependencies: [String], excluding: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies.map { .byName(name: $0) }, exclude: excluding,
    swiftSettings: strict)
}

let package = Package(
  name: "Rapporteur",
  targets: [
    .target(
      name: "CICU", linkerSettings: [.linkedLibrary("icuuc"), .linkedLibrary("icui18n")]),
    .target(
      name: "CHTML", cSettings: [.unsafeFlags(["-I/usr/include/libxml2"])],
      linkerSettings: [.linkedLibrary("xml2")]),
    .target(name: "CDigest", linkerSettings: [.linkedLibrary("crypto")]),
    layer("Diagnostics", []),
    layer("Text", ["CICU", "CHTML", "CDigest", "Diagnostics"]),
    layer("Gazetteer", ["Text", "Diagnostics"]),
    layer("Rules", ["Gazetteer", "Text", "Diagnostics"]),
    layer("Language", ["Rules", "Gazetteer", "Text", "Diagnostics"]),
    layer("Resolution", ["Language", "Rules", "Gazetteer", "Text", "Diagnostics"]),
    layer("Graph", ["Resolution", "Language", "Rules", "Gazetteer", "Text", "Diagnostics"]),
    layer(
      "Pipeline", ["Graph", "Resolution", "Language", "Rules", "Gazetteer", "Text", "Diagnostics"]),
    layer(
      "Authoring", ["Pipeline", "Graph", "Language", "Rules", "Gazetteer", "Text", "Diagnostics"]),
    .executableTarget(
      name: "rapporteur", dependencies: ["Authoring", "Pipeline", "Graph", "Text", "Diagnostics"],
      swiftSettings: strict),
    .executableTarget(
      name: "RapporteurBenchmarks",
      dependencies: ["Pipeline", "Rules", "Gazetteer", "Text", "Diagnostics"],
      swiftSettings: strict),
    tests("TextTests", of: ["Text"]),
    tests("GazetteerTests", of: ["Gazetteer", "Diagnostics"]),
    tests("RulesTests", of: ["Rules", "Gazetteer", "Text", "Diagnostics"]),
    tests("LanguageTests", of: ["Language", "Gazetteer", "Text"]),
    tests("ResolutionTests", of: ["Resolution", "Language", "Gazetteer", "Text", "Diagnostics"]),
    tests("GraphTests", of: ["Graph"]),
    tests("PipelineTests", of: ["Pipeline", "Graph", "Text", "Diagnostics"]),
    tests("CommandLineTests", of: ["rapporteur", "Pipeline", "Diagnostics"]),
    tests("BenchmarkTests", of: ["RapporteurBenchmarks"]),
    tests("AuthoringTests", of: ["Authoring", "Pipeline", "Rules", "Diagnostics"]),
    // `.ci/fuzz` compiles the fuzzers, which only libFuzzer can link.
    tests(
      "FuzzTests",
      of: [
        "Pipeline", "Graph", "Resolution", "Language", "Rules", "Gazetteer", "Text", "Diagnostics",
      ], excluding: ["Cases", "Fuzzer"]),
  ]
)
