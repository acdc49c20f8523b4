namespace RbcBot.Core.Forms.Answers;

/// <summary>Places as people give them: shared, as degrees, or as a link to a map; lines and areas as several of them.</summary>
static class UnderstandPlace
{
    /// <summary>Fewest points of a line, and of an area before it is closed.</summary>
    const int FewestOfLine = 2, FewestOfArea = 3;

    /// <summary>One place.</summary>
    public static Understanding Point(string text)
    {
        if (text.Length == 0)
            return Understanding.Unclear("understand.place");
        if (MapLink.IsClosed(text))
            return Understanding.Unclear("understand.place.link");
        if (Degrees.Read(text) is { } point)
            return Understanding.Read(point.Canonical, echo: !point.IsShared);
        return Understanding.Unclear(Places.Districts.Match(text).District is null ? "understand.place" : "understand.place.district");
    }

    /// <summary>A line of two points and more.</summary>
    public static Understanding Trace(string text) => Points(text) is { Count: > 0 } points
        ? Whole(points, FewestOfLine)
        : Unread(text);

    /// <summary>An area of three points and more; it is closed when the last is not the first.</summary>
    public static Understanding Shape(string text)
    {
        if (Points(text) is not { Count: > 0 } points)
            return Unread(text);
        var corners = points.Count > 1 && points[0].IsAt(points[^1]) ? points[..^1] : points;
        return Whole(corners.Count < FewestOfArea ? corners : [.. corners, corners[0]], FewestOfArea);
    }

    static Understanding Whole(List<MapPoint> points, int fewest)
    {
        var written = string.Join("; ", points.Select(point => point.Canonical));
        return points.Count >= fewest
            ? Understanding.Read(written, echo: true)
            : Understanding.Unclear("understand.points.more", ("count", points.Count), ("fewest", fewest)) with { Partial = written };
    }

    static Understanding Unread(string text) => Understanding.Unclear(MapLink.IsClosed(text) ? "understand.place.link" : "understand.points");

    /// <summary>The points of a writing, one a line or with semicolons between; none when a part of it is no point.</summary>
    static List<MapPoint> Points(string text)
    {
        List<MapPoint?> points = [.. text.Split(['\n', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Degrees.Read)];
        return points.Contains(null) ? [] : [.. points.OfType<MapPoint>()];
    }
}
