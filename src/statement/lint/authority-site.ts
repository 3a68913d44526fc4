/** Web addresses of the supervisory authorities of the Netherlands, Belgium, Ireland and the United Kingdom. */
export const authoritySite =
  /autoriteitpersoonsgegevens\.nl|gegevensbeschermingsautoriteit\.be|dataprotectionauthority\.be|dataprotection\.ie|ico\.org\.uk|edpb\.europa\.eu/iu;
