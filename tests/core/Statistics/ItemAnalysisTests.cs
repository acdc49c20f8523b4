using System.Text.Json;
using RbcBot.Core.Statistics;

namespace RbcBot.Tests.Core.Statistics;

public sealed class ItemAnalysisTests
{
    public static TheoryData<string> Tests => Vector.Ids("item_analysis");

    [Theory, MemberData(nameof(Tests))]
    public void Difficulty_item_rest_and_options_are_what_R_says(string id)
    {
        var vector = Vector.Find("item_analysis", id);
        var found = ItemAnalysis.Of(Items(vector));
        foreach (var (item, wanted) in found.Items.Zip(vector.Expected.GetProperty("items").EnumerateArray()))
        {
            vector.Holds(wanted, "n_omitted", item.Omitted);
            vector.Holds(wanted, "difficulty_p", item.Difficulty.Share);
            vector.Holds(wanted, "wilson_low", item.Difficulty.Interval?.Low);
            vector.Holds(wanted, "wilson_high", item.Difficulty.Interval?.High);
            vector.Holds(wanted, "item_rest_r", item.ItemRest);
            foreach (var (option, count) in item.OptionCounts)
                vector.Holds(wanted.GetProperty("option_counts"), option, count);
        }
    }

    static List<AnsweredItem> Items(Vector vector) =>
        [.. vector.Input.GetProperty("items").EnumerateObject().Select((item, place) => new AnsweredItem(
            item.Name,
            vector.Input.GetProperty("key")[place].ToString(),
            [.. vector.Expected.GetProperty("items")[place].GetProperty("option_counts").EnumerateObject().Select(option => option.Name)],
            [.. item.Value.EnumerateArray().Select(answer => answer.ValueKind == JsonValueKind.Null ? null : answer.ToString())]))];
}
