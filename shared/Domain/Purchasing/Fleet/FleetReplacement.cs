namespace Samkjop.Purchasing.Fleet;

/// <summary>What one need changes in its agency's fleet.</summary>
/// <param name="NeedId">The need.</param>
/// <param name="AgencyId">Its agency.</param>
/// <param name="LotId">The lot that it is bought in; null before the lots are locked.</param>
/// <param name="VehicleClass">The class that is bought, and most likely replaced.</param>
/// <param name="Quantity">Vehicles bought.</param>
/// <param name="ZeroEmission">Whether they must be zero emission; where nothing demands it, they are counted as fossil until delivered.</param>
/// <param name="Old">What they replace; null for growth.</param>
/// <param name="Disposed">Old vehicles whose disposal the agency has confirmed.</param>
public sealed record FleetReplacement(
    string NeedId, string AgencyId, string? LotId, VehicleClass VehicleClass, int Quantity, bool ZeroEmission, OldVehicles? Old, int Disposed);

/// <param name="Number">How many are replaced, at most as many as are bought.</param>
/// <param name="Fuel">What drives them.</param>
/// <param name="AgeYears">Their age, years.</param>
public sealed record OldVehicles(int Number, Drivetrain Fuel, int AgeYears);

/// <summary>What an agency has got of a lot.</summary>
/// <param name="AgencyId">The agency.</param>
/// <param name="LotId">The lot.</param>
/// <param name="Accepted">Vehicles delivered and accepted.</param>
/// <param name="ZeroEmission">Whether the model that was bought is zero emission; null where its sheet does not say, and it is as was required.</param>
public sealed record FleetDelivery(string AgencyId, string LotId, int Accepted, bool? ZeroEmission);
