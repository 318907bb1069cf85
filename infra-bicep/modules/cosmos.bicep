import { names } from '../names.bicep'
import { documentContainer, reachability } from '../types.bicep'

@description('Required. Name of the account.')
param name string

@description('Required. Region.')
param location string

@description('Required. Tags of every resource.')
param tags object

@description('Required. Paid by request, or by a throughput that follows the load between a tenth of the maximum and the maximum.')
param capacity 'serverless' | 'autoscale'

@description('Required. Most request units a second that the containers share; autoscale only.')
@minValue(1000)
param maximumThroughput int

@description('Required. How far back the account can be restored to any second. Seven days are free.')
param backupTier 'Continuous7Days' | 'Continuous30Days'

@description('Required. Whether the replicas are spread over availability zones.')
param zoneRedundant bool

@description('Required. Who reaches the account.')
param access reachability

@description('Required. Name of the app\'s identity; names of role assignments derive from it, since they must be known before the identity exists.')
param appIdentityName string

@description('Required. Object id of the app\'s identity.')
param appPrincipalId string

@description('Required. Workspace that the logs go to.')
param workspaceId string

// The containers of the code (shared/Domain/Ports/Containers.cs). A time to live of -1: only documents with one of their own expire.
var containers documentContainer[] = [
  { name: 'rounds', partitionProperty: 'roundId' }
  { name: 'plans', partitionProperty: 'roundId' }
  { name: 'suppliers', partitionProperty: 'supplierId', timeToLive: -1 }
  { name: 'agencies', partitionProperty: 'agencyId' }
  { name: 'purchasingSystems', partitionProperty: 'purchasingSystemId' }
  { name: 'deliveries', partitionProperty: 'roundId' }
  { name: 'platform', partitionProperty: 'part' }
  { name: 'requests', partitionProperty: 'callerId', timeToLive: 604800 }
]

// Cosmos DB Built-in Data Contributor: items and metadata, neither databases, containers nor throughput.
var dataContributor = '00000000-0000-0000-0000-000000000002'

resource account 'Microsoft.DocumentDB/databaseAccounts@2025-10-15' = {
  name: name
  location: location
  tags: tags
  kind: 'GlobalDocumentDB'
  properties: {
    databaseAccountOfferType: 'Standard'
    capabilities: capacity == 'serverless' ? [{ name: 'EnableServerless' }] : []
    // A nudged orchestrator reads on one machine what a request wrote on another; with one region strong reads wait for nobody.
    consistencyPolicy: { defaultConsistencyLevel: 'Strong' }
    locations: [{ locationName: location, failoverPriority: 0, isZoneRedundant: zoneRedundant }]
    backupPolicy: { type: 'Continuous', continuousModeProperties: { tier: backupTier } }
    disableLocalAuth: true
    disableKeyBasedMetadataWriteAccess: true
    minimalTlsVersion: 'Tls12'
    publicNetworkAccess: access.publicNetworkAccess
  }

  resource database 'sqlDatabases' = {
    name: names.database
    properties: {
      resource: { id: names.database }
      options: capacity == 'autoscale' ? { autoscaleSettings: { maxThroughput: maximumThroughput } } : {}
    }

    resource documents 'containers' = [
      for container in containers: {
        name: container.name
        properties: {
          resource: {
            id: container.name
            partitionKey: { kind: 'Hash', version: 2, paths: ['/${container.partitionProperty}'] }
            indexingPolicy: {
              indexingMode: 'consistent'
              automatic: true
              includedPaths: [{ path: '/kind/?' }, { path: '/mark/?' }, { path: '/${container.partitionProperty}/?' }]
              excludedPaths: [{ path: '/*' }]
              compositeIndexes: [
                [
                  { path: '/kind', order: 'ascending' }
                  { path: '/${container.partitionProperty}', order: 'ascending' }
                  { path: '/id', order: 'ascending' }
                ]
              ]
            }
            ...(container.?timeToLive == null ? {} : { defaultTtl: container.?timeToLive })
          }
        }
      }
    ]

    // The change feed trigger's. The app's role cannot create it.
    resource leases 'containers' = {
      name: 'leases'
      properties: {
        resource: {
          id: 'leases'
          partitionKey: { kind: 'Hash', version: 2, paths: ['/id'] }
          indexingPolicy: {
            indexingMode: 'consistent'
            automatic: true
            includedPaths: [{ path: '/*' }]
            excludedPaths: [{ path: '/"_etag"/?' }]
          }
        }
      }
    }
  }

  resource appAccess 'sqlRoleAssignments' = {
    name: guid(database.id, appIdentityName, dataContributor)
    properties: {
      principalId: appPrincipalId
      roleDefinitionId: '${account.id}/sqlRoleDefinitions/${dataContributor}'
      scope: '${account.id}/dbs/${database.name}'
    }
  }
}

resource diagnostics 'Microsoft.Insights/diagnosticSettings@2021-05-01-preview' = {
  name: 'to-log-analytics'
  scope: account
  properties: {
    workspaceId: workspaceId
    logAnalyticsDestinationType: 'Dedicated'
    logs: [{ category: 'ControlPlaneRequests', enabled: true }]
    metrics: [{ category: 'Requests', enabled: true }]
  }
}

@description('Resource id of the account.')
output id string = account.id

@description('Name of the account.')
output name string = account.name

@description('Address of the account.')
output endpoint string = account.properties.documentEndpoint
