// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// The modules in the order of data flow: each may import only what lies before it.
let package = Package(
  name: "griot",
  products: [
    .executable(name: "griot", targets: ["griot"]),
    .library(name: "Pipeline", targets: ["Pipeline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CRaptor", pkgConfig: "raptor2", providers: [.apt(["libraptor2-dev"])]),
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CSystem"),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-gnutls-dev"])]),
    .target(name: "COntology"),
    .target(name: "CView", exclude: ["page"]),
    .target(name: "Compression", dependencies: ["CZlib", "CZstd"], swiftSettings: strict),
    .target(name: "RDF", swiftSettings: strict),
    .target(name: "JSON", swiftSettings: strict),
    .target(name: "RDFIO", dependencies: ["RDF", "JSON", "CRaptor"], swiftSettings: strict),
    .target(
      name: "Ontology", dependencies: ["RDF", "RDFIO", "COntology"], swiftSettings: strict),
    .target(
      name: "Extraction",
      dependencies: [
        "RDF", "JSON", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: strict),
    .target(
      name: "Mapping", dependencies: ["RDF", "Ontology", "Extraction"], swiftSettings: strict),
    .target(
      name: "Validation", dependencies: ["RDF", "RDFIO", "JSON", "Ontology"], swiftSettings: strict),
    .target(name: "XML", dependencies: ["CLibXML2"], swiftSettings: strict),
    .target(
      name: "PropertyGraph", dependencies: ["RDF", "JSON", "Ontology", "XML", "CView"],
      swiftSettings: strict),
    .target(name: "HTTP", dependencies: ["CCurl"], swiftSettings: strict),
    .target(
      name: "Linking",
      dependencies: [
        "RDF", "RDFIO", "JSON", "Ontology", "HTTP",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "Publishing",
      dependencies: ["RDF", "RDFIO", "HTTP", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .target(
      name: "Pipeline",
      dependencies: [
        "RDF", "RDFIO", "JSON", "Ontology", "Extraction", "Mapping", "Validation", "PropertyGraph",
        "XML", "Compression", "HTTP", "Linking", "Publishing", "CSystem",
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "griot",
      dependencies: [
        "Pipeline",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "GraphWriting", dependencies: ["Ontology", "Pipeline", "PropertyGraph"],
      path: "Benchmarks/GraphWriting", swiftSettings: strict),
    .testTarget(
      name: "RDFTests",
      dependencies: ["RDF", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .testTarget(name: "CompressionTests", dependencies: ["Compression"], swiftSettings: strict),
    .testTarget(
      name: "HTTPTests", dependencies: ["HTTP"], exclude: ["server.py"], swiftSettings: strict),
    .testTarget(name: "JSONTests", dependencies: ["JSON"], swiftSettings: strict),
    .testTarget(
      name: "RDFIOTests",
      dependencies: ["RDF", "RDFIO", "XML", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: strict),
    .testTarget(
      name: "ConformanceTests", dependencies: ["RDF", "RDFIO"], swiftSettings: strict),
    .testTarget(
      name: "OntologyTests", dependencies: ["RDF", "RDFIO", "Ontology"], swiftSettings: strict),
    .testTarget(
      name: "ExtractionTests", dependencies: ["RDF", "Extraction"], swiftSettings: strict),
    .testTarget(
      name: "MappingTests", dependencies: ["RDF", "RDFIO", "Ontology", "Extraction", "Mapping"],
      swiftSettings: strict),
    .testTarget(
      name: "ValidationTests", dependencies: ["RDF", "RDFIO", "Ontology", "Validation"],
      swiftSettings: strict),
    .testTarget(
      name: "PublishingTests", dependencies: ["RDF", "RDFIO", "Publishing"], swiftSettings: strict),
    .testTarget(name: "PipelineTests", dependencies: ["Pipeline"], swiftSettings: strict),
    .testTarget(name: "XMLTests", dependencies: ["XML"], swiftSettings: strict),
    .testTarget(
      name: "PropertyGraphTests",
      dependencies: ["RDF", "RDFIO", "Ontology", "PropertyGraph", "XML"],
      swiftSettings: strict),
    .testTarget(
      name: "LinkingTests", dependencies: ["RDF", "RDFIO", "JSON", "Ontology", "Linking"],
      swiftSettings: strict),
    .testTarget(name: "CommandsTests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
