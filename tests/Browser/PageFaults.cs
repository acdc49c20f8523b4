using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace RbcBot.Tests.Browser;

/// <summary>What a page must never do: break its policy, throw, or open a dialog.</summary>
sealed class PageFaults
{
    readonly ConcurrentQueue<string> seen = [];

    public PageFaults(IPage page)
    {
        page.PageError += (_, error) => seen.Enqueue(error);
        page.Console += (_, message) => Hear(message);
        page.Dialog += async (_, dialog) =>
        {
            seen.Enqueue($"dialog: {dialog.Message}");
            await dialog.DismissAsync();
        };
    }

    public IReadOnlyList<string> Seen => [.. seen];

    // A page that answers 400, or a line that breaks, is said there too and is no fault of the page.
    void Hear(IConsoleMessage message)
    {
        if (message.Type is "error" or "warning" && !message.Text.StartsWith("Failed to load resource", StringComparison.Ordinal))
            seen.Enqueue($"{message.Type}: {message.Text}");
    }
}
