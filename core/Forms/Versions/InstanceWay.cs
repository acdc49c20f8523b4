using System.Globalization;

namespace RbcBot.Core.Forms.Versions;

/// <summary>Finds the place of an answer in the newer form, the instances of its repeats kept.</summary>
sealed class InstanceWay(Form older, Form newer)
{
    readonly Counterparts pairs = Counterparts.Of(older, newer);

    /// <summary>The path in the newer form ("" when there is none) and why the answer cannot go there; null when it can.</summary>
    internal (string Path, DropReason? Why) Judge(GivenAnswer answer)
    {
        var places = InstancePath.Places(answer.Path);
        if (IsAnotherRepeat(older, answer.Path))
        {
            return IsAnotherRepeat(newer, answer.Path) ? (answer.Path, null) : ("", DropReason.QuestionGone);
        }
        if (older.Find(answer.Path) is not { } before || pairs.Newer(before.Path) is not { } after)
        {
            return ("", DropReason.QuestionGone);
        }
        if (places.Count != after.Repeats.Count)
        {
            return (places.Count == 0 ? Instance(after, [.. after.Repeats.Select(_ => 1)]) : "", DropReason.OtherRepeat);
        }
        return (Instance(after, places), CarriedValue.Judge(before, after, answer.Value));
    }

    /// <summary>Whether the path asks for one more instance of a repeat: it is the repeat's own, with an instance.</summary>
    static bool IsAnotherRepeat(Form form, string path) =>
        path.EndsWith(']') && InstancePath.Plain(path) is var plain && form.Groups.Any(group => group.IsRepeat && group.Path == plain);

    static string Instance(Question question, IReadOnlyList<int> places)
    {
        var path = question.Path;
        foreach (var (at, repeat) in question.Repeats.Index().Reverse())
        {
            path = repeat + string.Create(CultureInfo.InvariantCulture, $"[{places[at]}]") + path[repeat.Length..];
        }
        return path;
    }
}
