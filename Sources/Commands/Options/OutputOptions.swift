import ArgumentParser
import Canvas
import Foundation
import JourneyModel
import Reports
import Wording

/// How an answer is printed.
struct OutputOptions: ParsableArguments {
    @Option(help: "How to print it.")
    var format: OutputFormat = .text

    @Option(
        help: ArgumentHelp("Columns of text, or columns x rows. Default: the terminal's, else 80.", valueName: "120x36")
    )
    var size: String?

    @Option(help: ArgumentHelp("Theme, where colours are shown; text has none.", valueName: "name"))
    var theme: String?

    @Option(help: "Characters of text. Default: what the locale can show.")
    var glyphs: GlyphChoice?

    @OptionGroup var config: SettingsOptions

    /// - Throws: `Complaint` for a size that cannot be read, `ThemeError` for a theme that there is not.
    func style() throws -> TextStyle {
        let environment = ProcessInfo.processInfo.environment
        if let theme { _ = try UserThemes.library(folder: nil, environment: environment).theme(named: theme) }
        return TextStyle(width: try width(), glyphs: GlyphChoice.set(glyphs, environment: environment))
    }

    var progress: ProgressLine {
        ProgressLine(glyphs: GlyphChoice.set(glyphs, environment: ProcessInfo.processInfo.environment))
    }

    func show(
        _ answer: some Reportable,
        from origin: ReportOrigin = ReportOrigin(),
        _ protection: Protection = .none
    )
        throws
    {
        let style = try style()
        WordingStyle.$current.withValue(protection.wording(try config.wording())) {
            StandardStreams.out(answer.rendered(as: format, style: style, from: origin))
        }
    }

    /// - Throws: `Complaint` where the options contradict themselves: before anything is computed.
    func check() throws {
        _ = try style()
    }

    private func width() throws(Complaint) -> Int {
        guard let size else {
            return StandardStreams.outIsTerminal ? TextWidth.ofTerminal(STDOUT_FILENO) : TextWidth.standard
        }
        return try SizeText.parse(size).width
    }
}
