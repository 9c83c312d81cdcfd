// swift-tools-version: 6.2
import PackageDescription

// As strict as the package that is attacked.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

// Built by Scripts/fuzz, which says where the toolchain keeps libFuzzer.
let package = Package(
    name: "cxm-fuzz",
    dependencies: [
        // Named, because a clone's folder may be called anything.
        .package(name: "cxm", path: "../..")
    ],
    targets: [
        .target(name: "CFuzz"),
        .executableTarget(
            name: "fuzz",
            dependencies: ["CFuzz", .product(name: "CxmModules", package: "cxm")],
            swiftSettings: strict,
            linkerSettings: [.linkedLibrary("util")]
        ),
    ]
)
