using RbcBot.Core.Forms;

namespace RbcBot.Core.Conversations;

/// <summary>Typed letters narrow a list.</summary>
static class LongListSearch
{
    /// <summary>Most options that one writing leaves over: more are no help, and the worst of them are far from what was meant.</summary>
    const int Most = 40;

    /// <summary>Shows what in the list is like what was written; false when nothing is.</summary>
    /// <param name="offered">Options that the reading of the words points at, best first; empty when it points at none.</param>
    public static bool Take(Scene scene, FormRun run, FormStep step, Asked asked, IReadOnlyList<string> offered)
    {
        if (!LongList.Is(step) && offered.Count == 0)
            return false;
        var places = asked.Options.Index().ToDictionary(one => one.Item, one => one.Index);
        var names = offered.Count > 0 ? offered : [.. ChoiceSearch.Find(step.Options, scene.Said.Words, scene.Language).Take(Most).Select(match => match.Choice.Name)];
        var found = names.Where(places.ContainsKey).Select(name => places[name]).ToList();
        if (found.Count == 0)
            return false;
        FormAsking.Put(scene, run, step, [scene.Text("talk.list.found", ("count", found.Count))], asked with { Token = scene.NewToken(), Found = found, Page = 0 });
        return true;
    }
}
