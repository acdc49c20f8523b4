using System.Globalization;

namespace RbcBot.Core.Forms.Answers;

/// <summary>A place on the earth, in degrees and metres.</summary>
/// <param name="Accuracy">How far off it may be; 0 when not known.</param>
/// <param name="IsShared">Whether a device gave it, as against fingers.</param>
sealed record MapPoint(decimal Latitude, decimal Longitude, decimal Altitude, decimal Accuracy, bool IsShared)
{
    const decimal Pole = 90, Antimeridian = 180;

    /// <summary>Whether there is such a place.</summary>
    public bool IsOnEarth => Math.Abs(Latitude) <= Pole && Math.Abs(Longitude) <= Antimeridian && Accuracy >= 0;

    /// <summary>As it is stored: "-1.9441 30.0619 0 5".</summary>
    public string Canonical => string.Join(' ', new[] { Latitude, Longitude, Altitude, Accuracy }
        .Select(number => number == 0 ? "0" : number.ToString("0.##########", CultureInfo.InvariantCulture)));

    public bool IsAt(MapPoint other) => Latitude == other.Latitude && Longitude == other.Longitude;
}
