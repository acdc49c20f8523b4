namespace RbcBot.Core.Statistics;

/// <summary>Ranks doubled, so that the midrank of ties is a whole number and counting stays exact.</summary>
static class Ranks
{
    public static int[] Doubled(IReadOnlyList<double> values)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(place => values[place]).ToList();
        var ranks = new int[values.Count];
        for (var first = 0; first < order.Count;)
        {
            var next = first + 1;
            while (next < order.Count && values[order[next]] == values[order[first]])
                next++;
            for (var place = first; place < next; place++)
                ranks[order[place]] = first + 1 + next;
            first = next;
        }
        return ranks;
    }
}
