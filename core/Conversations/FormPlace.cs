using System.Globalization;
using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>Where a person is in a form: how far, in which section, in which instance of a repeat.</summary>
static class FormPlace
{
    /// <summary>Such as "12/58" or, in a form whose length nobody knows yet, "Question 12"; "" for what is not a question and while an answer is corrected.</summary>
    public static string Progress(Scene scene, FormRun run, FormStep step)
    {
        if (!step.Question.IsAsked || step.Question.Type == QuestionType.AnotherRepeat || scene.Session.IsCorrecting)
            return "";
        var (answered, total) = run.Progress;
        return run.IsOpenEnded
            ? scene.Text("talk.place.open", ("number", answered + 1))
            : string.Create(CultureInfo.InvariantCulture, $"{Math.Min(answered + 1, total)}/{total}");
    }

    /// <summary>Such as "Child 2"; "" outside of repeats.</summary>
    public static string Instance(Scene scene, Form form, string path)
    {
        var places = InstancePath.Places(path);
        if (places.Count == 0)
            return "";
        var plain = InstancePath.Plain(path);
        var repeats = form.Groups.Where(group => group.IsRepeat && Holds(group, plain)).ToList();
        return string.Join(" · ", repeats.Zip(places, (repeat, place) => string.Create(CultureInfo.InvariantCulture, $"{Label(scene, repeat)} {place}")));
    }

    /// <summary>The heading under which an answer is listed: its instance, else the label of its outermost group; "" when it has none.</summary>
    public static string Section(Scene scene, Form form, string path)
    {
        if (Instance(scene, form, path) is { Length: > 0 } instance)
            return instance;
        var plain = InstancePath.Plain(path);
        return form.Groups.FirstOrDefault(group => Holds(group, plain) && Written(scene, group).Length > 0) is { } section ? Written(scene, section) : "";
    }

    /// <summary>The group whose rows share one scale and so are asked in short lines; null when the row stands in none.</summary>
    public static FormGroup? Table(Form form, string path) =>
        form.Groups.LastOrDefault(group => Holds(group, InstancePath.Plain(path)) && group.Appearance.Contains("table-list", StringComparison.Ordinal));

    public static bool Holds(FormGroup group, string path) =>
        path.StartsWith(group.Path, StringComparison.Ordinal) && path.Length > group.Path.Length && path[group.Path.Length] == '/';

    /// <summary>What a repeat is called: its label, else its name.</summary>
    public static string Label(Scene scene, FormGroup group) =>
        Written(scene, group) is { Length: > 0 } label ? label : group.Path[(group.Path.LastIndexOf('/') + 1)..].Replace('_', ' ');

    /// <summary>The label of a group; "" when it has none, or one that only a run could fill.</summary>
    public static string Written(Scene scene, FormGroup group)
    {
        var label = group.Labels.TryGetValue(FormAsking.Code(scene), out var own) ? own : group.Labels.Values.FirstOrDefault("");
        return label.Contains("${", StringComparison.Ordinal) ? "" : label;
    }
}
