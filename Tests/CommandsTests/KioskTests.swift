import ArgumentParser
import Foundation
import JourneyModel
import Terminal
import Testing
import Wording

@testable import Commands

@Suite("What kiosk mode refuses")
struct KioskTests {
    private let store = "/nowhere/town.cxm"
    private let config: [String]
    private let scratch: Scratch

    init() throws {
        scratch = try Scratch()
        config = ["--config", try scratch.write("[disclosure]\nthreshold = 7\n", to: "config.toml")]
    }

    private func options(_ arguments: String...) async throws -> DashboardOptions {
        try await PresentationOptions.parse(arguments + config)
            .dashboard(store: store, publicity: try PublicOption.parse([]))
    }

    @Test("the variable says so whatever it is set to, and the option does")
    func isOn() {
        #expect(!Kiosk.off.isOn)
        #expect(Kiosk(asked: true, environment: [:]).isOn)
        for value in ["", "0", "no", "1"] {
            #expect(Kiosk(asked: false, environment: [Kiosk.variable: value]).isOn)
        }
    }

    @Test("nothing is recorded")
    func recording() async throws {
        let complaint = await #expect(throws: Complaint.self) { try await options("--kiosk", "--record", "a.cast") }
        #expect(complaint?.message == "kiosk mode: nothing is recorded")
        #expect(throws: Complaint.self) { try Kiosk(asked: true, environment: [:]).check(recording: "a.cast") }
        #expect(throws: Never.self) { try Kiosk(asked: true, environment: [:]).check(recording: nil) }
        #expect(throws: Never.self) { try Kiosk.off.check(recording: "a.cast") }
    }

    @Test("nobody gets a shell, answers are protected as set, and the dashboard knows")
    func switched() async throws {
        let kiosk = try await options("--kiosk")
        #expect(kiosk.kiosk.isOn && !kiosk.terminal.mayStop)
        #expect(kiosk.protection.policy?.threshold == 7)
        #expect(kiosk.wording.protection == kiosk.protection.policy)
        let usual = try await options()
        if ProcessInfo.processInfo.environment[Kiosk.variable] == nil {
            #expect(!usual.kiosk.isOn && usual.terminal.mayStop && usual.protection.policy == nil)
        }
    }

    @Test("what is public is protected without being a kiosk")
    func publicOnly() async throws {
        let options = try await PresentationOptions.parse(config)
            .dashboard(store: store, publicity: try PublicOption.parse(["--public"]))
        #expect(options.protection.policy?.threshold == 7)
        #expect(options.terminal.mayStop == !options.kiosk.isOn)
    }
}
