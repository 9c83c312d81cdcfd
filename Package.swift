// swift-tools-version: 6.2
import PackageDescription

// Every target of ours: language mode 6, all warnings are errors, imports say what they need.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
    name: "cxm",
    products: [
        .executable(name: "cxm", targets: ["cxm"]),
        // For Benchmarks and Tests/Fuzz, packages of their own.
        .library(
            name: "CxmModules",
            targets: [
                "JourneyModel", "Wording", "Threads", "TOML", "JourneyFormats", "JourneyStore", "JourneyIndex",
                "JourneyArchive", "Canvas", "CTerminal", "Dashboard", "Commands",
            ]
        ),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.6.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.8.0"),
    ],
    targets: [
        // What threads hand one another, and how work is stopped.
        .target(name: "Threads", swiftSettings: strict),

        // The model: values and pure functions.
        .target(name: "JourneyModel", dependencies: ["Threads", "Spelling"], swiftSettings: strict),

        // How far what somebody typed is from what there is.
        .target(name: "Spelling", swiftSettings: strict),

        // Text that people write: settings, mappings, themes, views.
        .target(name: "TOML", swiftSettings: strict),
        // Files and folders of ours, which nobody else's can take the place of.
        .target(name: "CFiles", cSettings: [.treatAllWarnings(as: .error)]),
        .target(name: "OwnFiles", dependencies: ["CFiles"], swiftSettings: strict),

        // Data in.
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        // libxml2's headers include one another from that folder. (apt: libxml2-dev)
        .target(
            name: "CXML",
            cSettings: [.unsafeFlags(["-I/usr/include/libxml2"]), .treatAllWarnings(as: .error)],
            linkerSettings: [.linkedLibrary("xml2")]
        ),
        .target(
            name: "JourneyFormats",
            dependencies: ["JourneyModel", "CXML", "CZlib", "Spelling", "TOML", "Threads"],
            swiftSettings: strict
        ),
        .target(
            name: "CSQLiteDefence",
            cSettings: [.treatAllWarnings(as: .error)],
            linkerSettings: [.linkedLibrary("sqlite3")]
        ),
        .target(
            name: "JourneyStore",
            dependencies: [
                "JourneyModel", "JourneyFormats", "OwnFiles", "CSQLiteDefence", "Threads",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .target(name: "DemoTown", dependencies: ["JourneyModel"], swiftSettings: strict),

        // Answers out of what was counted.
        .target(name: "Tallies", dependencies: ["JourneyModel"], swiftSettings: strict),

        // Questions answered.
        .target(name: "CScan", cSettings: [.treatAllWarnings(as: .error)]),
        .target(
            name: "JourneyIndex",
            dependencies: ["JourneyModel", "Tallies", "OwnFiles", "CScan", "Spelling", "Threads"],
            swiftSettings: strict
        ),

        // A store with the index that goes with it.
        .target(
            name: "JourneyArchive",
            dependencies: ["JourneyModel", "JourneyStore", "JourneyIndex", "Threads"],
            swiftSettings: strict
        ),

        // Answers in words, and drawn.
        .target(name: "Wording", dependencies: ["JourneyModel"], swiftSettings: strict),
        .target(name: "Canvas", dependencies: ["Spelling", "TOML"], swiftSettings: strict),
        .target(name: "Dashboard", dependencies: ["JourneyModel", "Wording", "Canvas"], swiftSettings: strict),
        .target(name: "Reports", dependencies: ["JourneyModel", "Wording", "Canvas"], swiftSettings: strict),

        // The terminal itself.
        .target(
            name: "CTerminal",
            cSettings: [
                .define("_XOPEN_SOURCE", to: "700"),
                .define("_DEFAULT_SOURCE"),
                .define("NCURSES_WIDECHAR", to: "1"),
                .treatAllWarnings(as: .error),
            ],
            linkerSettings: [.linkedLibrary("ncursesw")]
        ),
        .target(name: "Terminal", dependencies: ["Canvas", "CTerminal"], swiftSettings: strict),

        // The program: a library, and an executable that calls it.
        .target(
            name: "Commands",
            dependencies: [
                "JourneyModel", "JourneyFormats", "JourneyStore", "JourneyIndex", "JourneyArchive", "DemoTown",
                "Wording", "Canvas", "Dashboard", "Reports", "Terminal", "OwnFiles", "Threads", "TOML",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        .executableTarget(name: "cxm", dependencies: ["Commands"], swiftSettings: strict),

        // Tests: one target beside each module, and the real binary in a real terminal.
        .target(
            name: "TestSupport",
            dependencies: ["JourneyModel", "JourneyStore", "JourneyIndex", "Threads"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .testTarget(name: "ThreadsTests", dependencies: ["Threads"], swiftSettings: strict),
        .testTarget(name: "SpellingTests", dependencies: ["Spelling"], swiftSettings: strict),
        .testTarget(name: "TOMLTests", dependencies: ["TOML"], swiftSettings: strict),
        .testTarget(name: "OwnFilesTests", dependencies: ["OwnFiles"], swiftSettings: strict),
        .testTarget(
            name: "JourneyModelTests",
            dependencies: ["JourneyModel", "Wording", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "WordingTests", dependencies: ["Wording", "JourneyModel"], swiftSettings: strict),
        .testTarget(
            name: "JourneyFormatsTests",
            dependencies: ["JourneyFormats", "JourneyModel", "CZlib", "TOML", "Threads", "TestSupport"],
            exclude: ["Proposals/headers.txt"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "JourneyStoreTests",
            dependencies: [
                "JourneyStore", "JourneyFormats", "JourneyModel", "Threads", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .testTarget(name: "TalliesTests", dependencies: ["Tallies", "JourneyModel"], swiftSettings: strict),
        .testTarget(
            name: "JourneyIndexTests",
            dependencies: ["JourneyIndex", "Tallies", "JourneyModel", "Wording", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "JourneyArchiveTests",
            dependencies: [
                "JourneyArchive", "JourneyIndex", "JourneyStore", "JourneyFormats", "JourneyModel", "OwnFiles",
                "Threads", "TestSupport",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DemoTownTests",
            dependencies: ["DemoTown", "JourneyModel", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(name: "CanvasTests", dependencies: ["Canvas", "JourneyModel", "TOML"], swiftSettings: strict),
        .testTarget(
            name: "TerminalTests",
            dependencies: ["Terminal", "Canvas", "JourneyModel"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "DashboardTests",
            dependencies: ["Dashboard", "Canvas", "JourneyModel", "JourneyIndex", "Wording", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Canvas", "JourneyModel", "Wording", "TestSupport"],
            swiftSettings: strict
        ),
        .testTarget(
            name: "CommandsTests",
            dependencies: [
                "Commands", "JourneyModel", "Threads", "Wording", "JourneyFormats", "JourneyStore", "JourneyIndex",
                "Canvas", "Dashboard",
                "Reports", "Terminal", "OwnFiles", "TestSupport",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict
        ),
        // What the documents say of the code.
        .testTarget(name: "DocumentsTests", swiftSettings: strict),
        .testTarget(name: "EndToEndTests", dependencies: ["JourneyModel", "TestSupport"], swiftSettings: strict),
    ]
)
