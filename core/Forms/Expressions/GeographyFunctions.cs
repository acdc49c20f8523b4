namespace RbcBot.Core.Forms.Expressions;

/// <summary>Functions of places: a place is "latitude longitude altitude accuracy", a line or shape places between semicolons.</summary>
static class GeographyFunctions
{
    /// <summary>Radius of the Earth at the equator in metres, as the XForms specification has it.</summary>
    const double EarthRadius = 6378100;

    public static readonly IReadOnlyList<Function> All =
    [
        Function.Number("area", 1, 1, Area),
        Function.Number("enclosed-area", 1, 1, Area),
        Function.Number("distance", 1, Function.AnyNumber, Distance),
        Function.Truth("geofence", 2, 2, IsInside),
        Function.Truth("intersects", 1, 1, Crosses),
    ];

    /// <summary>Square metres within the shape; NaN when a place cannot be read.</summary>
    static double Area(Call call)
    {
        if (GeoPoint.Line(call.Texts(0)) is not { } shape)
        {
            return double.NaN;
        }
        var total = 0.0;
        for (var index = 0; shape.Count > 2 && index < shape.Count; index++)
        {
            var (from, to) = (shape[index], shape[(index + 1) % shape.Count]);
            total += Radians(to.Longitude - from.Longitude) * (2 + Math.Sin(Radians(from.Latitude)) + Math.Sin(Radians(to.Latitude)));
        }
        return Centimetres(total * EarthRadius * EarthRadius / 2);
    }

    /// <summary>Metres along the line; NaN when a place cannot be read.</summary>
    static double Distance(Call call) => GeoPoint.Line(call.Texts(0)) is { } line
        ? Centimetres(line.Zip(line.Skip(1), Between).Sum())
        : double.NaN;

    static double Between(GeoPoint one, GeoPoint other)
    {
        if (one == other)
        {
            return 0; // Which the formula misses by centimetres.
        }
        var (first, second) = (Radians(one.Latitude), Radians(other.Latitude));
        var cosine = (Math.Sin(first) * Math.Sin(second)) + (Math.Cos(first) * Math.Cos(second) * Math.Cos(Radians(one.Longitude - other.Longitude)));
        return Math.Acos(Math.Clamp(cosine, -1, 1)) * EarthRadius;
    }

    /// <summary>Whether the first place lies inside the closed shape.</summary>
    static bool IsInside(Call call)
    {
        if (GeoPoint.Read(call.Text(0)) is not { } place || GeoPoint.Line([call.Text(1)]) is not { Count: > 1 } shape || shape[0] != shape[^1])
        {
            return false;
        }
        var (north, east) = (place.Latitude, place.Longitude);
        // A ray from the place cuts the border of a shape that holds it an odd number of times.
        return shape.Zip(shape.Skip(1)).Count(side =>
            side.First.Latitude > north != side.Second.Latitude > north
            && east < ((side.First.Longitude - side.Second.Longitude) * (north - side.Second.Latitude) / (side.First.Latitude - side.Second.Latitude)) + side.Second.Longitude) % 2 == 1;
    }

    /// <summary>Whether the line or shape crosses itself; that its ends meet does not count.</summary>
    static bool Crosses(Call call)
    {
        if (GeoPoint.Line(call.Texts(0)) is not { } line)
        {
            return false;
        }
        var isClosed = line[0] == line[^1];
        for (var one = 0; one + 1 < line.Count; one++)
        {
            for (var other = one + 2; other + 1 < line.Count; other++)
            {
                var areNeighbours = isClosed && one == 0 && other + 2 == line.Count;
                if (!areNeighbours && GeoPoint.Cross(line[one], line[one + 1], line[other], line[other + 1]))
                {
                    return true;
                }
            }
        }
        return false;
    }

    static double Radians(double degrees) => degrees * Math.PI / 180;

    /// <summary>To two decimal places.</summary>
    static double Centimetres(double metres) => Math.Floor((Math.Abs(metres) * 100) + 0.5) / 100;
}
