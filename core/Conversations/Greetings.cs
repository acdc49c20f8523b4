using System.Collections.Frozen;

namespace RbcBot.Core.Conversations;

/// <summary>Words with which somebody comes back after a while: they are no answer to the question that stands open.</summary>
static class Greetings
{
    /// <summary>A greeting counts as coming back after this long.</summary>
    public static readonly TimeSpan Absence = TimeSpan.FromHours(6);

    static readonly FrozenSet<string> Words = FrozenSet.ToFrozenSet(
        ["muraho", "mwaramutse", "mwiriwe", "bite", "amakuru", "bonjour", "bonsoir", "salut", "hello", "hi", "hey", "good morning", "good evening"],
        StringComparer.OrdinalIgnoreCase);

    public static bool Is(Said said) => said.Kind == SaidKind.Text && Words.Contains(said.Words.Trim().TrimEnd('!', '.', '?', ' '));
}
